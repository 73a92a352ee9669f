import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
const sandbox = mkdtempSync(join(tmpdir(), 'deckwatch-arrows-'));
afterAll(() => rmSync(sandbox, { recursive: true }));

const ARROWS = documentedArrows();
const ROOMS = [...ARROWS.keys()];
const CLOCKS = ['Date.now()', 'new Date()', 'performance.now()', 'setTimeout(String)', 'setInterval(String)'];
/** The rooms that know no clock, as ARCHITECTURE.md has them. */
const TIMELESS = new Set(['model', 'diagnosis', 'keymap', 'components', 'views']);

test('the table of arrows names every folder of src/', () => {
	const folders = globSync('src/*/tsconfig.json', { cwd: REPOSITORY }).map((path) => path.split('/')[1] ?? '');
	expect(ROOMS.toSorted()).toEqual(folders.toSorted());
});

describe.each(ROOMS.map((room) => [room, ARROWS.get(room) ?? []] as const))('src/%s', (room, arrows) => {
	const others = ROOMS.filter((other) => other !== room);

	test('imports what its row of the table says, all of it', () => {
		expect(importedRooms(room)).toEqual(arrows.toSorted());
	});

	test('is compiled with references to no other folder', () => {
		const config = readFileSync(join(REPOSITORY, 'src', room, 'tsconfig.json'), 'utf8');
		const { references = [] } = JSON.parse(config) as { readonly references?: readonly { readonly path: string }[] };
		expect(references.map(({ path }) => path.replace('../', '')).toSorted()).toEqual(arrows.toSorted());
	});

	test('is refused by the linter where it goes beyond them, from a folder inside it, too', () => {
		const refused = others.filter((other) => !arrows.includes(other));
		expect(findings(room, 'arrows.ts', importsFrom('..'))).toEqual(refused);
		expect(findings(room, 'inside/arrows.ts', importsFrom('../..'))).toEqual(refused);
	});

	test(`may ${TIMELESS.has(room) ? 'read no clock and start no timer' : 'read a clock'}`, () => {
		const lines = CLOCKS.map((clock) => `export const _${clock.replaceAll(/\W/gu, '')} = ${clock}; // ${clock}`);
		expect(findings(room, 'clock.ts', lines)).toEqual(TIMELESS.has(room) ? CLOCKS : []);
	});

	function importsFrom(up: string): readonly string[] {
		return others.map((other) => `export * from '${up}/${other}/planted.ts'; // ${other}`);
	}
});

/** `cli   app, store, and drydock, which …` of ARCHITECTURE.md, as cli → [app, store, drydock]. */
function documentedArrows(): ReadonlyMap<string, readonly string[]> {
	const text = readFileSync(join(REPOSITORY, 'ARCHITECTURE.md'), 'utf8');
	const table = /## Arrows[^]*?```\n([^]*?)```/u.exec(text)?.[1] ?? '';
	const rows = table.trim().split('\n');
	const rooms = rows.map((row) => row.split(' ', 1)[0] ?? '');
	return new Map(
		rows.map((row, index) => [
			rooms[index] ?? '',
			rooms.filter((room) => new RegExp(`[ ,]${room}(?:,|$)`, 'u').test(row)),
		]),
	);
}

/** The other folders that the files of one really import from. */
function importedRooms(room: string): readonly string[] {
	const found = new Set<string>();
	for (const path of globSync(`src/${room}/**/*.{ts,tsx}`, { cwd: REPOSITORY })) {
		const source = readFileSync(join(REPOSITORY, path), 'utf8');
		for (const [, target = ''] of source.matchAll(/(?:from |import\()'(\.[^']*)'/gu)) {
			const [top, other = ''] = posix.join(dirname(path), target).split('/');
			if (top === 'src' && other !== room) found.add(other);
		}
	}
	return [...found].toSorted();
}

/** What our linter says of a file planted in a folder: the comments at the ends of the lines it refuses. */
function findings(room: string, path: string, lines: readonly string[]): readonly string[] {
	const file = join(sandbox, 'src', room, path);
	mkdirSync(dirname(file), { recursive: true });
	cpSync(join(REPOSITORY, '.oxlintrc.json'), join(sandbox, '.oxlintrc.json'));
	writeFileSync(file, lines.join('\n'));
	const { stdout } = spawnSync(join(REPOSITORY, 'node_modules/.bin/oxlint'), ['--format=json', file], {
		cwd: sandbox,
		encoding: 'utf8',
	});
	const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
	const refused = diagnostics.filter(({ code }) => code.includes('no-restricted-'));
	const at = new Set(refused.map(({ labels }) => labels[0]?.span.line));
	return lines.filter((_, index) => at.has(index + 1)).map((line) => line.split('// ')[1] ?? '');
}

type Diagnostic = {
	readonly code: string;
	readonly labels: readonly { readonly span: { readonly line: number } }[];
};
