import fc from 'fast-check';
import * as publishedInk from 'ink';
import { createElement } from 'react';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createScreen, type Screen } from '../screens/harness.ts';
import { bundledInk, type Ink } from './bundled-ink.ts';
import { type Cell, COLORS, picture, type Styled, TEXTS } from './pictures.ts';

const published: Ink = { ...publishedInk, createElement };
let bundled: Ink;

beforeAll(async () => {
	bundled = await bundledInk();
});

/** Each text in each look once, and from frame to frame in another one, out of its box further to the left. */
function frame(at: number): readonly Cell[] {
	return TEXTS.map((text, index) => ({
		texts: [
			{ text: 'ab ', bold: index % 2 === 0, color: COLORS[index % COLORS.length] },
			{ text, color: COLORS[(index + at) % COLORS.length], underline: at % 3 === 1 },
			{ text: ` ${at}!`, inverse: (index + at) % 4 === 0, dimColor: true },
		],
		width: 6 + (index % 7),
		shift: at % 5,
		wrap: (['wrap', 'truncate-end', 'truncate-middle'] as const)[index % 3] ?? 'wrap',
		border: index % 5 === 0,
	}));
}

const styled = fc.record({
	text: fc.constantFrom(...TEXTS),
	color: fc.constantFrom(...COLORS),
	backgroundColor: fc.constantFrom(...COLORS),
	bold: fc.boolean(),
	dimColor: fc.boolean(),
	inverse: fc.boolean(),
	underline: fc.boolean(),
});
const cell: fc.Arbitrary<Cell> = fc.record({
	texts: fc.array(styled, { minLength: 1, maxLength: 4 }),
	width: fc.integer({ min: 3, max: 18 }),
	shift: fc.integer({ min: 0, max: 6 }),
	wrap: fc.constantFrom('wrap', 'truncate-end', 'truncate-middle'),
	border: fc.boolean(),
});

test.each([
	[40, 12],
	[80, 24],
	[121, 37],
	[200, 50],
])('Ink of the bundle shows frame after frame what published Ink shows, at %ix%i', async (columns, rows) => {
	const frames = Array.from({ length: 8 }, (_, at) => ({ title: `日 ${at}`, cells: frame(at) }));
	expect(await shown(bundled, frames, { columns, rows })).toEqual(await shown(published, frames, { columns, rows }));
});

test('Ink of the bundle shows what published Ink shows, whatever the texts and looks', async () => {
	const someFrames = fc.array(fc.array(cell, { maxLength: 12 }), { minLength: 2, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(someFrames, fc.integer({ min: 20, max: 60 }), async (cells, columns) => {
			// Half of the cells are those of the frame before, as on a screen on which little changes.
			const frames = cells.map((own, at) => ({
				title: 'title',
				cells: own.map((one, index) => (index % 2 === 0 ? (cells[at - 1]?.[index] ?? one) : one)),
			}));
			expect(await shown(bundled, frames, { columns, rows: 16 })).toEqual(
				await shown(published, frames, { columns, rows: 16 }),
			);
		}),
		{ numRuns: 25 },
	);
}, 60_000);

const SMALL = { columns: 40, rows: 12 };

test('What these tests compare tells a colour, a weight and a place apart', async () => {
	const plain = await shown(published, [one({ text: 'a' })], SMALL);
	for (const other of [{ text: 'a', color: 'red' }, { text: 'a', bold: true }, { text: ' a' }]) {
		expect(await shown(published, [one(other)], SMALL)).not.toEqual(plain);
	}
});

test('Borders and signs are drawn without a segmenter, and other texts with one', async () => {
	const segmenter = vi.spyOn(Intl, 'Segmenter');
	onTestFinished(() => segmenter.mockRestore());
	const fresh = await bundledInk();
	await shown(fresh, [one({ text: '✔ fine … │' })], SMALL);
	expect(segmenter).not.toHaveBeenCalled();
	await shown(fresh, [one({ text: '日本' })], SMALL);
	expect(segmenter).toHaveBeenCalled();
});

test('A frame of the bundle takes fewer bytes where little changes', async () => {
	const frames = Array.from({ length: 8 }, (_, at) => ({ title: `${at}`, cells: frame(0) }));
	const size = { columns: 120, rows: 34 };
	const bytes = async (ink: Ink) => {
		const screen = createScreen(size);
		await draw(ink, frames, screen);
		return screen.written();
	};
	expect(await bytes(bundled)).toBeLessThan(await bytes(published));
});

type Frame = { readonly title: string; readonly cells: readonly Cell[] };

function one(text: Styled): Frame {
	return { title: 'x', cells: [{ texts: [text], width: 20, shift: 0, wrap: 'wrap', border: true }] };
}

/** The cells of the terminal after each of the frames. */
async function shown(ink: Ink, frames: readonly Frame[], size: { columns: number; rows: number }) {
	const screen = createScreen(size);
	return draw(ink, frames, screen);
}

async function draw(ink: Ink, frames: readonly Frame[], screen: Screen): Promise<readonly (readonly string[])[]> {
	const pictures = frames.map(({ title, cells }) => picture(ink, title, cells));
	const instance = ink.render(pictures[0], {
		stdin: screen.stdin,
		stdout: screen.stdout,
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
	});
	const seen: (readonly string[])[] = [];
	for (const drawn of pictures) {
		instance.rerender(drawn);
		await instance.waitUntilRenderFlush();
		seen.push(cellsOf(screen));
	}
	instance.cleanup();
	return seen;
}

/** A row is a text: each cell's characters, width, colours and style. */
function cellsOf({ terminal }: Screen): readonly string[] {
	const { active } = terminal.buffer;
	return Array.from({ length: terminal.rows }, (_, y) =>
		Array.from({ length: terminal.cols }, (_, x) => {
			const cell = active.getLine(active.baseY + y)?.getCell(x);
			if (!cell) return '';
			const style = [cell.isBold(), cell.isDim(), cell.isInverse(), cell.isUnderline(), cell.isItalic()].map(Number);
			const colors = [cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor()];
			return `${cell.getChars()}/${cell.getWidth()}/${colors.join('.')}/${style.join('')}`;
		}).join(' '),
	);
}
