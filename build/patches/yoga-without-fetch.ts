import type { Patch } from '../patch.ts';

/**
 * Ink's layout engine carries its WebAssembly as a data URL and reads it by `fetch`, which loads all of undici first.
 * It can read it by itself, and does where there is no `fetch`. Main thread to the first frame (bench part start,
 * medians of 3 runs, busy machine): 140 ms, without this 161 ms.
 */
export const yogaWithoutFetch: Patch = {
	name: 'yoga-without-fetch',
	files: {
		'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js': {
			replace: { 'return w||"function"!=typeof fetch?': 'return true?' },
		},
	},
};
