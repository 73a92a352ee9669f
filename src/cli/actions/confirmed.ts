import { createInterface } from 'node:readline/promises';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Asks whether to go on. Ctrl-C and the end of the input mean no.
 * @throws {UsageError} where nobody can be asked
 */
export async function confirmed({ stdin, stderr, signal }: Io): Promise<boolean> {
	if (!stdin?.isTTY || !stderr.isTTY) {
		throw new UsageError(
			'This changes AWS, and there is no terminal to ask in: --yes carries it out, --dry-run only shows it.',
		);
	}
	const terminal = createInterface({ input: stdin, output: stderr });
	const closed = new Promise<string>((resolve) => {
		terminal.once('close', () => resolve(''));
	});
	try {
		const answer = await Promise.race([terminal.question('Carry it out? [y/N] ', { signal }), closed]);
		return /^y(es)?$/iu.test(answer.trim());
	} catch {
		return false;
	} finally {
		terminal.close();
	}
}
