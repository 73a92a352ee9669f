import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PATCHES, patchesWithout } from '../../build/patches.ts';
import { replaceEverywhere } from '../../build/replace-everywhere.ts';
import { replaceOnce } from '../../build/replace-once.ts';

const changes = PATCHES.flatMap(({ name, files = {} }) =>
	Object.entries(files).flatMap(([file, { replace = {}, everywhere = {} }]) => [
		...Object.keys(replace).map((text) => ({ name, file, text, apply: replaceOnce, pairs: replace })),
		...Object.keys(everywhere).map((text) => ({ name, file, text, apply: replaceEverywhere, pairs: everywhere })),
	]),
);

describe.each(changes)('$name on $file, where it knows $text', ({ file, text, apply, pairs }) => {
	const source = readFileSync(fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url)), 'utf8');

	test('applies to the file as installed', () => {
		expect(apply(file, source, pairs)).not.toBe(source);
	});

	test('fails when the file no longer has it', () => {
		expect(() => apply(file, source.replaceAll(text, ''), pairs)).toThrow(`${file} has changed`);
	});
});

test('Each patch can be left out by its name', () => {
	const names = PATCHES.map(({ name }) => name);
	expect(patchesWithout('').map(({ name }) => name)).toEqual(names);
	expect(patchesWithout(names.slice(1).join(',')).map(({ name }) => name)).toEqual(names.slice(0, 1));
});

test('A name of no patch is answered with those there are', () => {
	expect(() => patchesWithout('terse')).toThrow('There is no patch "terse"; there are ec2-by-the-piece, ');
});
