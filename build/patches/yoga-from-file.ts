import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Ink's layout engine carries its WebAssembly as base64 and reads it by `fetch` of a data URL, which loads all of
 * undici first: a quarter of the time to the first frame. As a file beside the bundle it is read at once.
 */
export const yogaFromFile: Plugin = {
	name: 'yoga-from-file',
	setup(bundler) {
		bundler.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
			const source = await readFile(path, 'utf8');
			const [embedded, base64] = /"data:application\/octet-stream;base64,([^"]+)"/.exec(source) ?? [];
			const options = 'loadYoga = loadYoga || {};';
			if (embedded === undefined || base64 === undefined || !source.includes(options)) {
				throw new Error(`${path} is not built as it was: look at how it gets its WebAssembly now.`);
			}
			const out = bundler.initialOptions.outdir ?? '.';
			await mkdir(out, { recursive: true });
			await writeFile(`${out}/yoga.wasm`, Buffer.from(base64, 'base64'));
			const bytes = "require('node:fs').readFileSync(new URL('./yoga.wasm', import.meta.url))";
			return { contents: source.replace(embedded, '""').replace(options, `loadYoga = { wasmBinary: ${bytes} };`) };
		});
	},
};
