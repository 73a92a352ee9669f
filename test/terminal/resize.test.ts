import { expect, test } from 'vitest';
import { openConsole } from './in-test.ts';

const SIZES = [
	[80, 24],
	[200, 50],
	[40, 12],
	[120, 34],
] as const;

test('every size of the window is drawn anew, without leftovers of the one before', async () => {
	const terminal = openConsole(['--demo', 'calm'], { cols: 120, rows: 34 });
	await terminal.until(/checkout/u);
	for (const [columns, rows] of SIZES) {
		terminal.resize(columns, rows);
		// oxlint-disable-next-line no-await-in-loop -- one window, one size after the other
		const shown = await terminal.when(() => {
			const lines = terminal.rows();
			const panes = lines.slice(1, -1);
			const right = new RegExp(`^.{${columns - 1}}[╮│╯]$`, 'u');
			// Between the panes there is room for words, without borders.
			const whole = panes.every((line) => (/[╭╮│╰╯]/u.test(line) ? right.test(line) : /^( |$)/u.test(line)));
			return whole && panes.at(-1)?.endsWith('╯') && /q quit|\? help/u.test(lines.at(-1) ?? '') ? lines : undefined;
		});
		expect(shown).toHaveLength(rows);
		expect(shown.filter((line) => line.includes('deckwatch'))).toHaveLength(1);
	}
});

test('a window that is too small says so, and the console is back when it grows', async () => {
	const terminal = openConsole(['--demo', 'calm'], { cols: 80, rows: 24 });
	await terminal.until(/checkout/u);
	terminal.resize(30, 8);
	await terminal.until(/this is 30x8/u);
	await terminal.when(() => (terminal.rows().slice(3).join('') === '' ? true : undefined));
	terminal.resize(80, 24);
	await terminal.until(/checkout/u);
	expect(terminal.rows().join('\n')).not.toMatch(/this is/u);
});
