import { fileURLToPath } from 'node:url';
import type { Patch } from '../patch.ts';

const TERSE = fileURLToPath(new URL('../terse.ts', import.meta.url));

/**
 * Ink goes down over rows that stay as they are one by one, and repeats all colours of the part of a row that stays.
 * An idle console writes 128 bytes a second (bench part idle, medians of 3 runs), without this 429: more than the 300 it may.
 */
export const terseFrames: Patch = {
	name: 'terse-frames',
	files: {
		'ink/build/log-update.js': {
			replace: { "stream.write(buffer.join(''))": "stream.write(terse(buffer.join('')))" },
			append: `\nimport { terse } from ${JSON.stringify(TERSE)};`,
		},
	},
};
