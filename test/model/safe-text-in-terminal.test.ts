import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeText } from '../../src/model/safe-text.ts';

const COLUMNS = 400;

/** Pieces of which terminal attacks are made, so that random texts are likely ones. */
const hostileText = fc
	.array(
		fc.oneof(
			fc.constantFrom('\u001b', '\u009b', '\u001b[', '\u001b]', '\u009d', '\u001bP', '\u0090', '\u001b_', '\u001b^'),
			fc.constantFrom('?1049h', '2J', '6n', 'c', '>c', '5i', '1;1H', 'm', '8m', '31m', '38;5;1m', '?25l', ' q', '!p'),
			fc.constantFrom(
				'0;title',
				'52;c;?',
				'8;;http://evil',
				'10;?',
				'\u0007',
				'\u001b\\',
				'\u009c',
				'\u0018',
				'\u000e',
			),
			fc.constantFrom('\u200b', '\u202e', '\ud83d', '\r', '\n', '\t', '\b', '\u0005', '\u007f', '(0', '#8', '%@'),
			fc.string({ unit: 'binary', maxLength: 4 }),
		),
		{ maxLength: 24 },
	)
	.map((pieces) => pieces.join(''));

/** Everything a terminal did with a text besides showing it. */
async function sideEffects(text: string): Promise<readonly string[]> {
	const terminal = new Terminal({ cols: COLUMNS, rows: 4, allowProposedApi: true });
	const seen: string[] = [];
	terminal.onBell(() => seen.push('bell'));
	terminal.onTitleChange((title) => seen.push(`title ${title}`));
	terminal.onData((reply) => seen.push(`reply ${reply}`));
	terminal.onBinary((reply) => seen.push(`reply ${reply}`));
	terminal.buffer.onBufferChange(() => seen.push('other buffer'));
	const modes = JSON.stringify(terminal.modes);
	await new Promise<void>((resolve) => terminal.write(`ok ${text}`, resolve));
	const { active } = terminal.buffer;
	if (active.cursorY !== 0) seen.push(`cursor in row ${active.cursorY}`);
	// An accent that a text begins with joins the cell before it: that is no overwriting.
	if (!active.getLine(0)?.translateToString(false, 0, 3).startsWith('ok ')) seen.push('overwrote');
	if (JSON.stringify(terminal.modes) !== modes) seen.push('mode');
	terminal.dispose();
	return seen;
}

test('a terminal does the things that this test looks for', async () => {
	const attack = '\u0007\u001b]0;owned\u0007\u001b[6n\u001b[?1049h\u001b[?1h\u001b[3;1H';
	expect(await sideEffects(attack)).toEqual([
		'bell',
		'title owned',
		'reply \u001b[1;4R',
		'other buffer',
		'cursor in row 2',
		'overwrote',
		'mode',
	]);
});

test('no safe text does anything to a terminal but fill cells', async () => {
	await fc.assert(
		fc.asyncProperty(hostileText, async (text) => {
			expect(await sideEffects(safeText(text, { max: COLUMNS / 5 }))).toEqual([]);
		}),
		{ numRuns: 800 },
	);
});

test('an accent at the beginning of a text does nothing but join what stands before it', async () => {
	expect(await sideEffects(safeText('\u0301checkout'))).toEqual([]);
});
