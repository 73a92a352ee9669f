/** Bundles src/ into dist/: one entry, the rest in chunks that load when they are first needed. */
import { cp, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inkRemembersTexts } from './patches/ink-remembers-texts.ts';
import { signsWithoutSegmenter } from './patches/signs-without-segmenter.ts';
import { terseFrames } from './patches/terse-frames.ts';
import { withoutReactDevtools } from './patches/without-react-devtools.ts';
import { yamlWhenNeeded } from './patches/yaml-when-needed.ts';
import { yogaFromFile } from './patches/yoga-from-file.ts';

/** Built aside and then put in place: what runs from dist/ meanwhile never finds half of it. */
const OUT = `dist-${process.pid}`;

await build({
	entryPoints: { main: 'src/cli/main.ts' },
	outdir: OUT,
	chunkNames: '[name]-[hash]',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	// The SDK's ES modules: what a chunk does not use is left out of it.
	mainFields: ['module', 'main'],
	target: 'node22.12',
	jsx: 'automatic',
	minify: true,
	keepNames: true,
	legalComments: 'linked',
	define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
	// Bundled CommonJS packages call require for Node's own modules.
	banner: {
		js: "import {createRequire as nodeRequire} from 'node:module';const require=nodeRequire(import.meta.url);",
	},
	// yargs would bring an older one of its own.
	alias: { 'string-width': fileURLToPath(import.meta.resolve('string-width')) },
	plugins: [withoutReactDevtools, yogaFromFile, signsWithoutSegmenter, yamlWhenNeeded, inkRemembersTexts, terseFrames],
	logLevel: 'warning',
});
await cp('src/drydock/scenarios', `${OUT}/scenarios`, { recursive: true });
await rm('dist', { recursive: true, force: true });
await rename(OUT, 'dist');
