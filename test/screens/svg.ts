import type { IBufferCell, Terminal } from '@xterm/headless';

/** Size of a cell and of the margin round the screen, px. */
const CELL = { width: 8.43, height: 16.3 };
const MARGIN = 14;
const FONT = 14;
const INK = '#d4d8de';
const PAPER = '#14171c';
/** The sixteen colours of a quiet dark terminal. */
const SIXTEEN = [
	'#1c2026',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#abb2bf',
	'#5c6370',
	'#ff7b86',
	'#b5e08f',
	'#ffd68a',
	'#7cc0ff',
	'#dd9bf0',
	'#72d3de',
	'#ffffff',
];

/** Neighbouring cells that look alike. */
type Run = { readonly look: string; readonly x: number; readonly cells: readonly IBufferCell[] };

/** The screen of a terminal as a picture, with its own colours, bold and inverse. */
export function screenSvg(terminal: Terminal): string {
	const { active } = terminal.buffer;
	const width = Math.ceil(terminal.cols * CELL.width + 2 * MARGIN);
	const height = Math.ceil(terminal.rows * CELL.height + 2 * MARGIN);
	const rows = Array.from({ length: terminal.rows }, (_, y) => {
		const line = active.getLine(active.baseY + y);
		return Array.from({ length: terminal.cols }, (_, x) => line?.getCell(x));
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="${FONT}">`,
		`<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
		...rows.flatMap((cells, y) => runs(cells).map((run) => runSvg(run, y))).filter((part) => part !== ''),
		'</svg>',
		'',
	].join('\n');
}

function runs(cells: readonly (IBufferCell | undefined)[]): readonly Run[] {
	const found: Run[] = [];
	for (const [x, cell] of cells.entries()) {
		if (!cell) continue;
		const last = found.at(-1);
		if (last?.look === lookOf(cell)) found[found.length - 1] = { ...last, cells: [...last.cells, cell] };
		else found.push({ look: lookOf(cell), x, cells: [cell] });
	}
	return found;
}

function lookOf(cell: IBufferCell): string {
	const { ink, paper } = colorsOf(cell);
	return `${ink} ${paper} ${cell.isBold()}`;
}

function colorsOf(cell: IBufferCell): { readonly ink: string; readonly paper: string } {
	const ink = cell.isFgDefault() ? INK : color(cell.getFgColor(), cell.isFgRGB());
	const paper = cell.isBgDefault() ? PAPER : color(cell.getBgColor(), cell.isBgRGB());
	return cell.isInverse() === 0 ? { ink, paper } : { ink: paper, paper: ink };
}

/** Every character gets its own place: no font has to be as wide as the cells are. */
function runSvg({ x, cells }: Run, y: number): string {
	const [first] = cells;
	if (!first) return '';
	const { ink, paper } = colorsOf(first);
	const top = MARGIN + y * CELL.height;
	const left = (index: number) => round(MARGIN + (x + index) * CELL.width);
	// Half a pixel more, so that no gap shows between neighbours.
	const width = round(cells.length * CELL.width + 0.5);
	const box =
		paper === PAPER
			? ''
			: `<rect x="${left(0)}" y="${round(top)}" width="${width}" height="${CELL.height + 0.5}" fill="${paper}"/>`;
	const drawn = cells.map((cell, index) => ({ text: cell.getChars(), x: left(index) }));
	const seen = drawn.filter(({ text }) => text.trim() !== '');
	if (seen.length === 0) return box;
	const weight = first.isBold() ? ' font-weight="bold"' : '';
	const places = seen.map((one) => one.x).join(' ');
	const text = escape(seen.map((one) => one.text).join(''));
	return `${box}<text x="${places}" y="${round(top + CELL.height - 3.3)}" fill="${ink}"${weight}>${text}</text>`;
}

function round(pixels: number): number {
	return Math.round(pixels * 10) / 10;
}

/** A number of the 256-colour table, or 24 bits of red, green and blue. */
function color(value: number, isRgb: boolean): string {
	if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
	if (value < 16) return SIXTEEN[value] ?? INK;
	if (value >= 232) return hex([8 + (value - 232) * 10, 8 + (value - 232) * 10, 8 + (value - 232) * 10]);
	const cube = value - 16;
	return hex(
		[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((level) => (level === 0 ? 0 : 55 + level * 40)),
	);
}

function hex(channels: readonly number[]): string {
	return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
