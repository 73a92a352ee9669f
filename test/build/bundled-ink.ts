import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type * as ink from 'ink';
import type { createElement } from 'react';
import { bundleOptions } from '../../build/bundle-options.ts';
import { patchesWithout } from '../../build/patches.ts';

/** Ink with the React that it draws with. */
export type Ink = Pick<typeof ink, 'render' | 'Box' | 'Text' | 'Transform'> & {
	readonly createElement: typeof createElement;
};

/** Ink as it is in the bundle, with all patches that are about it. */
export async function bundledInk(): Promise<Ink> {
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-ink-'));
	try {
		await build({
			...bundleOptions(patchesWithout('ec2-by-the-piece')),
			stdin: {
				contents: "export { Box, render, Text, Transform } from 'ink'; export { createElement } from 'react';",
				resolveDir: fileURLToPath(new URL('.', import.meta.url)),
			},
			outdir: folder,
			outExtension: { '.js': '.mjs' },
		});
		return (await import(pathToFileURL(join(folder, 'stdin.mjs')).href)) as Ink;
	} finally {
		await rm(folder, { recursive: true });
	}
}
