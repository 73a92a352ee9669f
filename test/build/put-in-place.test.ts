import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { putInPlace } from '../../build/put-in-place.ts';

test('The new folder takes the place of the old one, of which nothing is left', async () => {
	const folder = await workshop();
	await folderWith(join(folder, 'dist'), 'old.js');
	await folderWith(join(folder, 'made'), 'new.js');
	await putInPlace(join(folder, 'made'), join(folder, 'dist'));
	expect(await readdir(folder, { recursive: true })).toEqual(['dist', 'dist/new.js']);
});

test('The first folder finds its place empty', async () => {
	const folder = await workshop();
	await folderWith(join(folder, 'made'), 'new.js');
	await putInPlace(join(folder, 'made'), join(folder, 'dist'));
	expect(await readdir(folder, { recursive: true })).toEqual(['dist', 'dist/new.js']);
});

test('Where nothing was made, the old folder is put back', async () => {
	const folder = await workshop();
	await folderWith(join(folder, 'dist'), 'old.js');
	await expect(putInPlace(join(folder, 'made'), join(folder, 'dist'))).rejects.toThrow('ENOENT');
	expect(await readFile(join(folder, 'dist', 'old.js'), 'utf8')).toBe('');
});

async function workshop(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-place-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	return folder;
}

async function folderWith(folder: string, file: string): Promise<void> {
	await mkdir(folder);
	await writeFile(join(folder, file), '');
}
