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
	narrow({ everywhere, cover, panes }, matches) {
		const narrowed = <Scope extends BindingScope>(scope: Scope): Scope => ({
			...scope,
			bindings: scope.bindings.filter((binding) => bindingMatches(binding, matches)),
		});
		return { everywhere: narrowed(everywhere), cover: narrowed(cover), panes: panes.map(narrowed) };
	},
	lines: (bindings, _context, width) => sectionLines(helpSections(bindings), width),
});
