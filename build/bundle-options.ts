import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { applyPatches } from './apply-patches.ts';
import type { Patch } from './patch.ts';

/** How code becomes a bundle that runs by itself. */
export function bundleOptions(patches: readonly Patch[]) {
	return {
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
		define: { 'process.env.NODE_ENV': '"production"' },
		// Ink loads it only under DEV=true, and where it is installed.
		external: ['react-devtools-core'],
		// Bundled CommonJS packages call require for Node's own modules.
		banner: {
			js: "import {createRequire as nodeRequire} from 'node:module';const require=nodeRequire(import.meta.url);",
		},
		// yargs would bring an older one of its own.
		alias: { 'string-width': fileURLToPath(import.meta.resolve('string-width')) },
		plugins: [applyPatches(patches)],
		logLevel: 'warning',
	} satisfies BuildOptions;
}
