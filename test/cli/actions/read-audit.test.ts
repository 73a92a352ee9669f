import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAudit } from '../../../src/cli/actions/read-audit.ts';

async function read(...lines: readonly string[]) {
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-'));
	const path = join(folder, 'audit.jsonl');
	await writeFile(path, lines.join('\n'));
	const found = await readAudit(path);
	await rm(folder, { recursive: true });
	return found;
}

test('what somebody wrote into the log does nothing to the terminal, and its lines stay lines', async () => {
	const { entries } = await read(JSON.stringify({ id: 'a', event: 'ended', outcome: { text: 'one\u001b[2J\ntwo' } }));
	expect(JSON.stringify(entries)).not.toContain('u001b');
	expect(entries[0]).toMatchObject({ outcome: { text: expect.stringMatching(/^one.*\ntwo$/u) } });
});

test('a line that lacks what makes it one is told of, not read', async () => {
	const { entries, unreadable } = await read('{"id":"a","event":"planned"}', '{"id":', '{"id":"b","event":"sending"}');
	expect(entries).toHaveLength(1);
	expect(unreadable).toEqual([1, 2]);
});
