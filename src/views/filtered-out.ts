import { keyOf } from './key-of.ts';
import type { ViewContext } from './pane.ts';

/** The notice where a filter hides all that there is. `what` was looked at: `None of 16 services`. */
export function filteredOut(
	filter: string,
	context: ViewContext,
	what = 'Nothing here',
): { readonly headline: string; readonly next: string } {
	return {
		headline: `${what} matches the filter /${filter}.`,
		next: `${keyOf(context, 'back')} clears the filter.`,
	};
}
