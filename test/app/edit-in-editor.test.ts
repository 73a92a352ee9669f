import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { editInEditor } from '../../src/app/edit-in-editor.ts';

function scratch(): string {
	const folder = mkdtempSync(join(tmpdir(), 'deckwatch-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return join(folder, 'path');
}

test('answers the text as the editor left it, and leaves no file behind', async () => {
	const seen = scratch();
	const EDITOR = `f() { echo "$1" > ${seen}; sed -i s/80/81/ "$1"; }; f`;
	expect(await editInEditor('PORT=80\n', { EDITOR })).toBe('PORT=81\n');
	expect(existsSync(readFileSync(seen, 'utf8').trim())).toBe(false);
});

test('lets nobody else read what is edited', async () => {
	const seen = scratch();
	await editInEditor('TOKEN=1', { VISUAL: `cp -p "$1" ${seen}; true`, EDITOR: 'false' });
	expect(statSync(seen).mode & 0o077).toBe(0);
});

test.each([
	['false', 'the editor "false" ended with status 1: nothing was taken over'],
	['no-such-editor', 'the editor "no-such-editor" ended with status 127: nothing was taken over'],
])('says that %s did not edit anything', async (EDITOR, why) => {
	await expect(editInEditor('PORT=80', { EDITOR })).rejects.toThrow(why);
});
