import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { replaceOnce } from '../replace-once.ts';

/**
 * Borders and signs are not ASCII, and for them alone several packages would make a segmenter (12 ms, mostly to read
 * locales) and string-width would compile a pattern of all emoji (45 ms). These characters are graphemes of one cell
 * wherever they stand among each other; what is an emoji has one of two marks in it, cheap to look for first.
 */
export const signsWithoutSegmenter: Plugin = {
	name: 'signs-without-segmenter',
	setup(bundler) {
		const signs = String.raw`\x20-\x7e\xb7\u2026\u2190-\u2193\u2500-\u259f\u25b2\u25cf\u27f3\u2714\u2716`;
		const lateSegmenter = `
function lateSegmenter(...given) {
	let made;
	return { segment: text => (made ??= new Intl.Segmenter(...given)).segment(text) };
}`;
		const adapt = (filter: RegExp, pairs: Readonly<Record<string, string>>) =>
			bundler.onLoad({ filter }, async ({ path }) => {
				const source = replaceOnce(path, await readFile(path, 'utf8'), pairs);
				return { contents: source.replace('= new Intl.Segmenter(', '= lateSegmenter(') + lateSegmenter };
			});
		adapt(/node_modules\/string-width\/index\.js$/, {
			[String.raw`/^[\u0020-\u007E]*$/.test(string)`]: `/^[${signs}]*$/.test(string)`,
			[String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`]: String.raw`let allEmoji;
const rgiEmojiRegex = {
	test: text => /\p{Emoji_Presentation}|\uFE0F/u.test(text)
		&& (allEmoji ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text),
};`,
		});
		adapt(/ansi-tokenize\/build\/tokenize\.js$/, {
			'of segmenter.segment(str)': 'of graphemes(str)',
			'export function tokenize': String.raw`const graphemes = text => /^[\n\x1b${signs}]*$/.test(text)
	? Array.from(text, (segment, index) => ({ segment, index }))
	: segmenter.segment(text);
export function tokenize`,
		});
		adapt(/ink\/build\/line-update\.js$/, {
			'const printableAscii = /^[ -~]*$/u;': `const printableAscii = /^[${signs}]*$/;`,
		});
		adapt(/node_modules\/(wrap-ansi\/index|slice-ansi\/tokenize-ansi)\.js$/, {});
	},
};
