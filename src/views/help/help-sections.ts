import { cellWidth } from '../../components/cell-width.ts';
import type { Binding } from '../../keymap/binding.ts';
import { chordLabel } from '../../keymap/chord.ts';
import type { AllBindings, BindingScope, ViewContext } from '../pane.ts';
import type { Section } from '../section.ts';
import { padLine, span, type TextLine } from '../text-line.ts';
import { wrapText } from '../wrap.ts';

type Key = Binding<ViewContext>;

/** The keys by scope. Those that panes share, like moving, come once, under a name of their own. */
export function helpSections({ everywhere, cover, panes }: AllBindings): readonly Section[] {
	const scopes = [everywhere, cover, ...panes];
	const shared = sharedIds(scopes);
	const common = new Map(
		scopes.flatMap(({ bindings }) => bindings.filter(({ id }) => shared.has(id)).map((key) => [key.id, key] as const)),
	);
	const own = ({ scope, bindings }: BindingScope): BindingScope => ({
		scope,
		bindings: bindings.filter(({ id }) => !shared.has(id)),
	});
	const together = { scope: 'In every list and text', bindings: [...common.values()] };
	return [own(everywhere), together, ...[cover, ...panes].map(own)]
		.filter(({ bindings }) => bindings.length > 0)
		.map(({ scope, bindings }) => ({ title: scope, lines: (width) => keyLines(bindings, width) }));
}

/** Whether a binding answers a filter: by its keys, its name, or its words. */
export function bindingMatches({ keys, label, help, id }: Key, matches: (text: string) => boolean): boolean {
	return matches([...keys.map(chordLabel), label, help ?? '', id].join(' '));
}

function sharedIds(scopes: readonly BindingScope[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const shared = new Set<string>();
	for (const { bindings } of scopes) {
		for (const { id } of bindings) (seen.has(id) ? shared : seen).add(id);
	}
	return shared;
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
