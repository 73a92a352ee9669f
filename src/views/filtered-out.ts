/** The notice where a filter hides all that there is. `what` was looked at: `None of 16 services`. */
export function filteredOut(
	filter: string,
	what = 'Nothing here',
): { readonly headline: string; readonly next: string } {
	return { headline: `${what} passes the filter /${filter}.`, next: 'Esc takes the filter away.' };
}
