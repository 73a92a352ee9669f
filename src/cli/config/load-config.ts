import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';
import type { Config } from './config-schema.ts';
import type { Bindings } from './parse-config.ts';

/**
 * Reads the config file. A missing file is an empty config, unless it was asked for by name.
 * @throws {UsageError} naming the file, line and column of each mistake
 */
export async function loadConfig(
	path: string,
	options: { readonly mustExist: boolean; readonly bindings: () => Promise<Bindings> },
): Promise<Config> {
	const text = await readText(path, options.mustExist);
	if (text === undefined) return {};
	// Only who has a config file pays for reading YAML: the first frame waits for this.
	const { parseConfig } = await import('./parse-config.ts');
	const parsed = parseConfig(text, await options.bindings());
	if (parsed.config) return parsed.config;
	throw new UsageError(
		parsed.problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`).join('\n'),
	);
}

async function readText(path: string, mustExist: boolean): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		// Without a home it stands for a file (HOME=/dev/null), and nothing lies below that.
		const missing = error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR)$/u.test(String(error.code));
		if (missing && !mustExist) return undefined;
		throw new UsageError(
			missing ? `There is no config file ${path}.` : `The config file ${path} cannot be read: ${String(error)}`,
		);
	}
}
