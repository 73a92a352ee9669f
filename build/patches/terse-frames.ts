import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { replaceOnce } from '../replace-once.ts';

/**
 * Ink goes down over rows that stay as they are one by one, and repeats all colours of the part of a row that stays:
 * three quarters of what a ticking clock writes. One step of many rows does, and the last of colours in a row.
 */
export const terseFrames: Plugin = {
	name: 'terse-frames',
	setup(bundler) {
		const terse = String.raw`
const terse = frame => frame
	.replace(/(?:\x1b\[E){2,}/g, steps => '\x1b[' + steps.length / 3 + 'E')
	.replace(/(?:\x1b\[[39]\d[\d;]*m)+(?=\x1b\[[39]\d[\d;]*m)/g, '');`;
		bundler.onLoad({ filter: /ink\/build\/log-update\.js$/ }, async ({ path }) => {
			const pairs = { "stream.write(buffer.join(''))": "stream.write(terse(buffer.join('')))" };
			return { contents: replaceOnce(path, await readFile(path, 'utf8'), pairs) + terse };
		});
	},
};
