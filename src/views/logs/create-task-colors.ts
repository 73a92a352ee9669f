/**
 * Gives each task a colour of the palette. Tasks keep theirs while they are asked for. As long as there are enough
 * colours all differ; beyond that a new task shares with the one that comes last, so ask for those that run first.
 */
export type TaskColors = (taskArns: readonly string[], palette: readonly string[]) => ReadonlyMap<string, string>;

export function createTaskColors(): TaskColors {
	let known: ReadonlyMap<string, string> = new Map();
	return (taskArns, palette) => {
		const wanted = [...new Set(taskArns)];
		if (known.size === wanted.length && wanted.every((arn) => known.has(arn))) return known;
		const colors = new Map([...known].filter(([arn]) => wanted.includes(arn)));
		for (const arn of wanted) {
			if (!colors.has(arn)) {
				const color = leastSeen(palette, wanted, colors);
				if (color !== undefined) colors.set(arn, color);
			}
		}
		known = colors;
		return known;
	};
}

/** The colour that no task has, else the one whose first task comes last. */
function leastSeen(
	palette: readonly string[],
	wanted: readonly string[],
	colors: ReadonlyMap<string, string>,
): string | undefined {
	const firstAt = (color: string) => wanted.findIndex((arn) => colors.get(arn) === color);
	return palette.find((color) => firstAt(color) === -1) ?? palette.toSorted((a, b) => firstAt(b) - firstAt(a))[0];
}
