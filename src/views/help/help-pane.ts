import { parseFilter } from '../../model/filter.ts';
import type { AllBindings, BindingScope } from '../pane.ts';
import { sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { bindingMatches, helpSections } from './help-sections.ts';

/** All keys, made from the bindings themselves. */
export const helpPane = textPane<AllBindings>({
	id: 'help',
	title: () => ['Help', 'every key, by where it works'],
	topics: () => [],
	subject: ({ bindings }) => ({ value: bindings }),
	asking: () => '',
	empty: () => ({ why: 'There are no keys.' }),
	narrow({ everywhere, cover, dialog, panes }, filter) {
		const { matches, problem } = parseFilter(filter, [{ id: '', textOf: (text: string) => text }]);
		const narrowed = <Scope extends BindingScope>(scope: Scope): Scope => ({
			...scope,
			bindings: scope.bindings.filter((binding) => bindingMatches(binding, matches)),
		});
		const value = {
			everywhere: narrowed(everywhere),
			cover: narrowed(cover),
			dialog: narrowed(dialog),
			panes: panes.map(narrowed),
		};
		return { value, problem };
	},
	lines: (bindings, { ui }, width) => sectionLines(helpSections(bindings, ui.screens.at(-2) ?? ui.focus), width),
});
