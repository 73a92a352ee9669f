import type { Plugin } from 'esbuild';

/** YAML is written on one screen only: evaluated when that opens, the package does not keep the first frame waiting. */
export const yamlWhenNeeded: Plugin = {
	name: 'yaml-when-needed',
	setup(bundler) {
		bundler.onResolve({ filter: /^yaml$/ }, ({ path, importer }) =>
			importer.endsWith('yaml-lines.ts') ? { path, namespace: 'when-needed' } : undefined,
		);
		bundler.onLoad({ filter: /.*/, namespace: 'when-needed' }, ({ path }) => ({
			contents: `export const stringify = (...given) => require('${path}').stringify(...given);`,
			resolveDir: process.cwd(),
		}));
	},
};
