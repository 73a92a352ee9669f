import type { Plugin } from 'esbuild';

/** Ink imports it for its DEV mode only; bundled, that import is always there, and the package is not. */
export const withoutReactDevtools: Plugin = {
	name: 'without-react-devtools',
	setup(bundler) {
		bundler.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'absent' }));
		bundler.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'export default {};' }));
	},
};
