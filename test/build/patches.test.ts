import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PATCHES, patchesWithout } from '../../build/patches.ts';
import { replaceOnce } from '../../build/replace-once.ts';

const changes = PATCHES.flatMap(({ name, files = {} }) =>
	Object.entries(files).flatMap(([file, { replace }]) =>
		Object.keys(replace).map((text) => ({ name, file, replace, text })),
	),
);

describe.each(changes)('$name on $file, where it knows $text', ({ file, replace, text }) => {
	const source = readFileSync(fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url)), 'utf8');

	test('applies to the file as installed', () => {
		expect(replaceOnce(file, source, replace)).not.toBe(source);
	});

	test('fails when the file no longer has it', () => {
		expect(() => replaceOnce(file, source.replace(text, ''), replace)).toThrow(`${file} has changed`);
	});
});

test('Each patch can be left out by its name', () => {
	const names = PATCHES.map(({ name }) => name);
	expect(patchesWithout('').map(({ name }) => name)).toEqual(names);
	expect(patchesWithout(names.slice(1).join(',')).map(({ name }) => name)).toEqual(names.slice(0, 1));
});

test('A name of no patch is answered with those there are', () => {
	expect(() => patchesWithout('terse')).toThrow('There is no patch "terse"; there are ink-remembers-texts, ');
});
