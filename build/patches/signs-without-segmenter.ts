import { fileURLToPath } from 'node:url';
import type { Patch } from '../patch.ts';
import { SIGNS } from '../signs.ts';

/**
 * Borders and signs are not ASCII, and for them alone several packages would make a segmenter, which reads locales,
 * and string-width would compile a pattern of all emoji. Main thread to the first frame (bench part start, medians
 * of 3 runs, busy machine, of which one showed no difference): 140 ms, without this 163 ms.
 */
export const signsWithoutSegmenter: Patch = {
	name: 'signs-without-segmenter',
	globals: {
		'Intl.Segmenter': { by: 'LateSegmenter', from: fileURLToPath(new URL('../late-segmenter.ts', import.meta.url)) },
	},
	files: {
		'string-width/index.js': {
			replace: { [String.raw`/^[\u0020-\u007E]*$/.test(string)`]: `/^[${SIGNS}]*$/.test(string)` },
		},
	},
};
