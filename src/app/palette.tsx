import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { Line } from '../components/line.tsx';
import { scrollTo } from '../components/scroll.ts';
import type { Segment } from '../components/segment.ts';
import { fitSegments } from '../components/segment.ts';
import { textInput } from '../components/text-input.ts';
import type { Prompt } from '../views/ui-state.ts';
import { chordLabel } from '../keymap/chord.ts';
import { promptLine } from './handle-key.ts';
import type { PaletteEntry } from './palette-entries.ts';
import type { ViewContext } from '../views/pane.ts';

export type PaletteProps = {
	readonly context: ViewContext;
	readonly prompt: Extract<Prompt, { readonly kind: 'palette' }>;
	readonly entries: readonly PaletteEntry[];
	readonly columns: number;
	readonly rows: number;
};

/** Widths in cells: the whole dialog at most, and its column of keys. */
const WIDEST = 84;
const KEYS = 9;

/** Every action and view by name, over the panes. */
export function Palette({ context, prompt, entries, columns, rows }: PaletteProps): ReactNode {
	const { theme } = context;
	const width = Math.min(WIDEST, columns - 4);
	const height = Math.min(entries.length + 3, Math.max(5, rows - 4), 20);
	const inner = width - 2;
	const list = height - 3;
	const first = scrollTo(0, prompt.cursor, { count: entries.length, height: list });
	const blank = Array.from({ length: Math.max(0, list - entries.length) }, (_, index) => index);
	return (
		<Dialog
			title={['Command', `${entries.length}`]}
			left={Math.floor((columns - width) / 2)}
			top={Math.min(3, rows - height)}
			{...{ width, height, theme }}
		>
			<Line
				segments={[{ text: ' : ', color: theme.accent, bold: true }, ...textInput(promptLine(prompt))]}
				width={inner}
			/>
			{entries.slice(first, first + list).map((entry, index) => {
				const selected = first + index === prompt.cursor;
				return (
					<Box key={entry.binding.id}>
						<Line
							segments={entrySegments(entry, context, selected)}
							width={inner}
							band={selected ? theme.selectedBand : undefined}
							ellipsis={theme.glyphs.ellipsis}
						/>
					</Box>
				);
			})}
			{blank.map((index) => (
				<Line key={`blank ${index}`} segments={[]} width={inner} />
			))}
		</Dialog>
	);
}

/** `▌ Ctrl-r   refresh now        Everything that is on screen, read again.` */
function entrySegments(
	{ binding, matched }: PaletteEntry,
	context: ViewContext,
	selected: boolean,
): readonly Segment[] {
	const { theme } = context;
	const off = binding.offBecause?.(context);
	const keys = binding.keys.slice(0, 1).map(chordLabel).join(' ');
	const label = [...binding.label].map((text, index): Segment => ({
		text,
		...(matched.has(index) ? { bold: true, color: theme.accent } : off === undefined ? {} : { color: theme.dim }),
	}));
	return [
		{ text: selected ? theme.glyphs.selected : ' ', color: theme.accent },
		{ text: `${keys.padStart(KEYS - 2)}  `, color: theme.dim },
		...fitSegments(label, 24, 'left', theme.glyphs.ellipsis),
		{ text: off ?? binding.help ?? '', color: theme.dim },
	];
}
