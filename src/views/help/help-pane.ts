import type { BindingScope } from '../pane.ts';
import { sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { bindingMatches, helpSections } from './help-sections.ts';

/** All keys, made from the bindings themselves. */
export const helpPane = textPane<readonly BindingScope[]>({
	id: 'help',
	title: () => ['Help', 'every key, by where it works'],
	topics: () => [],
	subject: ({ bindings }) => ({ value: bindings }),
	asking: () => '',
	empty: () => ({ why: 'There are no keys.' }),
	narrow: (scopes, matches) =>
		scopes.map(({ scope, bindings }) => ({
			scope,
			bindings: bindings.filter((binding) => bindingMatches(binding, matches)),
		})),
	lines: (scopes, _context, width) => sectionLines(helpSections(scopes), width),
});
