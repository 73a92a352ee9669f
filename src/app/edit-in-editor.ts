import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only its owner reads it: it may hold what an application is configured with. */
const PRIVATE = 0o600;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Opens a text in the person's editor (`VISUAL`, `EDITOR`, else `vi`), which gets the terminal, and answers the text as it
 * was left. The file is gone afterwards, whatever happens.
 * @throws {Error} in words, when the editor cannot be started or ends with a failure: the text is as it was
 */
export async function editInEditor(text: string, env: Env): Promise<string> {
	const editor = env['VISUAL'] || env['EDITOR'] || 'vi';
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-'));
	try {
		const path = join(folder, 'environment');
		await writeFile(path, text, { mode: PRIVATE });
		await run(editor, path);
		return await readFile(path, 'utf8');
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The shell reads the command, so that `EDITOR="code --wait"` works; the path goes beside it, not into it. */
function run(editor: string, path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn('sh', ['-c', `${editor} "$1"`, 'deckwatch', path], { stdio: 'inherit' });
		child.once('error', () => reject(new Error(`the editor "${editor}" could not be started`)));
		child.once('exit', (status, signal) => {
			if (status === 0) resolve();
			else
				reject(new Error(`the editor "${editor}" ended with ${signal ?? `status ${status}`}: nothing was taken over`));
		});
	});
}
