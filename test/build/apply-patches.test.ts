import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { applyPatches } from '../../build/apply-patches.ts';
import type { Patch } from '../../build/patch.ts';

const PATCH: Patch = {
	name: 'louder',
	files: { 'bell/build/ring.js': { replace: { "'ding'": "'DING'" }, append: "export const who = 'me';" } },
};

const RING = "export const ring = () => 'ding';";

test('A patched file comes into the bundle changed, with what is appended', async () => {
	const bundle = await bundled({ 'bell/build/ring.js': RING }, "export * from 'bell/build/ring.js'");
	expect(bundle).toContain('DING');
	expect(bundle).toContain('who');
});

test('A file that has another name now fails the build', async () => {
	await expect(bundled({ 'bell/build/chime.js': RING }, "export * from 'bell/build/chime.js'")).rejects.toThrow(
		/The patch louder of .*bell\/build\/ring\.js was not applied/u,
	);
});

test('A file that nobody imports any more fails the build', async () => {
	await expect(bundled({ 'bell/build/ring.js': RING }, 'export {}')).rejects.toThrow('louder');
});

test('A file that lacks the text to replace fails the build', async () => {
	const changed = { 'bell/build/ring.js': "export const ring = () => 'dong';" };
	await expect(bundled(changed, "export * from 'bell/build/ring.js'")).rejects.toThrow(
		/ring\.js has changed: "'ding'" is in it 0 times/u,
	);
});

test('Of a package that is installed twice, the one that others bring along stays as it is', async () => {
	const installed = {
		'bell/build/ring.js': RING,
		'tower/index.js': "export { ring as inner } from 'bell/build/ring.js';",
		'tower/node_modules/bell/build/ring.js': "export const ring = () => 'dong';",
	};
	const bundle = await bundled(installed, "export * from 'bell/build/ring.js'; export * from 'tower/index.js';");
	expect(bundle).toContain('DING');
	expect(bundle).toContain('dong');
});

async function bundled(packages: Readonly<Record<string, string>>, contents: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-patches-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	for (const [file, source] of Object.entries(packages)) {
		const path = join(folder, 'node_modules', file);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, source);
	}
	const { outputFiles } = await build({
		absWorkingDir: folder,
		stdin: { contents, resolveDir: folder },
		bundle: true,
		format: 'esm',
		write: false,
		logLevel: 'silent',
		plugins: [applyPatches([PATCH])],
	});
	return outputFiles[0]?.text ?? '';
}
