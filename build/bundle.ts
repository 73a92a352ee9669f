/**
 * Bundles src/ into dist/: one entry, the rest in chunks that load when they are first needed.
 *
 * WITHOUT=<patch>,… leaves patches out, by their names in build/patches/, to measure what they are worth:
 * `npm run bench -- idle` and `WITHOUT=terse-frames npm run bench -- idle`, several times in turn.
 */
import { cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options.ts';
import { patchesWithout } from './patches.ts';
import { putInPlace } from './put-in-place.ts';

const made = `dist-${process.pid}`;
try {
	await build({
		...bundleOptions(patchesWithout(process.env['WITHOUT'] ?? '')),
		entryPoints: { main: 'src/cli/main.ts' },
		outdir: made,
		chunkNames: '[name]-[hash]',
	});
	await cp('src/drydock/scenarios', `${made}/scenarios`, { recursive: true });
	await putInPlace(made, 'dist');
} finally {
	await rm(made, { recursive: true, force: true });
}
