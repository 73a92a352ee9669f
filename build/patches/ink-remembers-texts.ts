import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { replaceOnce } from '../replace-once.ts';

/**
 * Ink takes each text on screen apart into cells, and measures it, anew for every frame: three quarters of what a
 * frame costs. Most texts are those of the frame before, so what was found out then is looked up there.
 */
export const inkRemembersTexts: Plugin = {
	name: 'ink-remembers-texts',
	setup(bundler) {
		bundler.onLoad({ filter: /node_modules\/ink\/build\/output\.js$/ }, async ({ path }) => {
			const contents = replaceOnce(path, await readFile(path, 'utf8'), {
				'caches = new OutputCaches();': 'caches = frameCaches();',
				'cached = styledCharsFromTokens(': 'cached = this.before?.styledChars.get(line) ?? styledCharsFromTokens(',
				'cached = stringWidth(text);': 'cached = this.before?.widths.get(text) ?? stringWidth(text);',
				'let lines = characterLines.map(line => styledCharsToString(line));':
					'let lines = characterLines.length > 1 ? characterLines.map(line => styledCharsToString(line)) : [text];',
				'return this.sliceLineToColumns(line, from, to);':
					'return from === 0 && to === width ? line : this.sliceLineToColumns(line, from, to);',
			});
			const frameCaches = `
let last;
function frameCaches() {
	const caches = new OutputCaches();
	caches.before = last;
	if (last) last.before = undefined;
	last = caches;
	return caches;
}`;
			return { contents: contents + frameCaches };
		});
		bundler.onLoad({ filter: /node_modules\/ink\/build\/render-node-to-output\.js$/ }, async ({ path }) => ({
			contents: replaceOnce(path, await readFile(path, 'utf8'), {
				"import widestLine from 'widest-line';": "import measureText from './measure-text.js';",
				'widestLine(text)': 'measureText(text).width',
			}),
		}));
	},
};
