import { cellWidth } from '../../components/cell-width.ts';
import type { Binding } from '../../keymap/binding.ts';
import { chordLabel } from '../../keymap/chord.ts';
import type { AllBindings, BindingScope, ViewContext } from '../pane.ts';
import type { PaneId } from '../pane-id.ts';
import type { Section } from '../section.ts';
import { padLine, span, type TextLine } from '../text-line.ts';
import { wrapText } from '../wrap.ts';

type Key = Binding<ViewContext>;

/** The keys by scope, those of the pane one comes from first. What panes share, like moving, comes once, under a name of its own. */
export function helpSections({ everywhere, cover, dialog, panes }: AllBindings, from?: PaneId): readonly Section[] {
	const scopes = [everywhere, cover, dialog, ...panes];
	const groups = Map.groupBy(
		scopes.flatMap(({ bindings }) => bindings),
		whatIsSaid,
	);
	const isShared = (key: Key): boolean => (groups.get(whatIsSaid(key))?.length ?? 0) > 1;
	const own = ({ scope, bindings }: BindingScope): BindingScope => ({
		scope,
		bindings: bindings.filter((key) => !isShared(key)),
	});
	const common = [...groups.values()].flatMap((group) => (group.length > 1 ? group.slice(0, 1) : []));
	const together = { scope: 'In every list and text', bindings: common };
	const here = panes.filter(({ id }) => id === from);
	const others = panes.filter(({ id }) => id !== from);
	return [...here.map(own), own(everywhere), together, ...[cover, dialog, ...others].map(own)]
		.filter(({ bindings }) => bindings.length > 0)
		.map(({ scope, bindings }) => ({ title: scope, lines: (width) => keyLines(bindings, width) }));
}

/** Panes may share a key and mean something of their own by it. */
function whatIsSaid({ id, keys, label, help }: Key): string {
	return JSON.stringify([id, keys, help ?? label]);
}

/** Whether a binding answers a filter: by its keys, its name, or its words. */
export function bindingMatches({ keys, label, help, id }: Key, matches: (text: string) => boolean): boolean {
	return matches([...keys.map(chordLabel), label, help ?? '', id].join(' '));
}

function keyLines(bindings: readonly Key[], width: number): readonly TextLine[] {
	const labels = bindings.map(keyWords);
	const keyWidth = Math.max(...labels.map(cellWidth)) + 2;
	const nameWidth = Math.max(...bindings.map(({ label }) => cellWidth(label))) + 2;
	return bindings.flatMap(({ label, help = '' }, index) => {
		const head = [...padLine([span(labels[index] ?? '', 'strong')], keyWidth), ...padLine([span(label)], nameWidth)];
		const [first = '', ...rest] = wrapText(help, Math.max(10, width - keyWidth - nameWidth));
		const indent = span(' '.repeat(keyWidth + nameWidth));
		return [[...head, span(first, 'dim')], ...rest.map((piece) => [indent, span(piece, 'dim')])];
	});
}

/** `j ↓`; a binding without a key can only be reached by its name. */
function keyWords({ keys }: Key): string {
	return keys.length === 0 ? ': by name' : keys.map(chordLabel).join(' ');
}
