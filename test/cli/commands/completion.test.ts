import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

const run = promisify(execFile);

test('prints a script that bash understands, and that offers what the program answers', async () => {
	const { status, stdout } = await runCli(['completion']);
	const answer = (await runCli(['--get-yargs-completions', 'deckwatch', ''])).stdout;
	const typed = 'COMP_WORDS=(deckwatch "tas"); COMP_CWORD=1; _deckwatch; echo "${COMPREPLY[@]}"';
	const bash = await run('bash', ['-c', `deckwatch() { echo "$ANSWER"; }\neval "$SCRIPT"\n${typed}`], {
		env: { ...process.env, SCRIPT: stdout, ANSWER: answer },
	});
	expect(bash).toEqual({ stdout: 'tasks\n', stderr: '' });
	expect(status).toBe(0);
});

test('knows the options of a command', async () => {
	const { lines } = await runCli(['--get-yargs-completions', 'deckwatch', 'logs', '--']);
	expect(lines).toEqual(expect.arrayContaining(['--follow', '--since', '--region']));
});
