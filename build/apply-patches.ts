import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Patch } from './patch.ts';
import { replaceEverywhere } from './replace-everywhere.ts';
import { replaceOnce } from './replace-once.ts';

/**
 * Patches files as they come into the bundle. The build fails when a text to be replaced is not there, and when a
 * file never comes in: it has another name or place now, or nobody imports it any more.
 */
export function applyPatches(patches: readonly Patch[]): Plugin {
	return {
		name: 'apply-patches',
		setup(bundler) {
			const options = bundler.initialOptions;
			const missing = new Set<string>();
			for (const { name, files = {}, globals = {} } of patches) {
				for (const [file, { replace = {}, everywhere = {}, append = '' }] of Object.entries(files)) {
					const path = resolve(options.absWorkingDir ?? '.', 'node_modules', file);
					const what = `${name} of ${path}`;
					missing.add(what);
					bundler.onLoad({ filter: new RegExp(`^${path.replaceAll(/\W/gu, String.raw`\$&`)}$`) }, async () => {
						missing.delete(what);
						const contents = replaceOnce(path, await readFile(path, 'utf8'), replace);
						return { contents: replaceEverywhere(path, contents, everywhere) + append };
					});
				}
				for (const [global, { by, from }] of Object.entries(globals)) {
					options.define = { ...options.define, [global]: by };
					options.inject = [...(options.inject ?? []), from];
				}
			}
			bundler.onEnd(({ errors }) => ({
				errors: (errors.length > 0 ? [] : [...missing]).map((what) => ({
					text: `The patch ${what} was not applied, for nothing imports that file. Look at what does its work now.`,
				})),
			}));
		},
	};
}
