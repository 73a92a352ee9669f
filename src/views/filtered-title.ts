/**
 * A pane's title with its filter: beside what the pane is about, which is the last part to go where there is no
 * room, for a filter that is on and not seen hides what is failing.
 */
export function filteredTitle(title: readonly string[], filter: string): readonly string[] {
	const [name = '', about, ...rest] = title;
	if (filter === '') return title;
	return [name, about === undefined ? `/${filter}` : `${about} /${filter}`, ...rest];
}
