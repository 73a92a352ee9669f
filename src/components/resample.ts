/** So many values as there are columns: stretched, or the largest of those that share a column, so that no peak is lost. */
export function resample(values: readonly (number | null)[], width: number): readonly (number | null)[] {
	return Array.from({ length: width }, (_, column) => {
		const from = Math.floor((column * values.length) / width);
		const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / width));
		const present = values.slice(from, to).filter((value) => value !== null);
		return present.length === 0 ? null : Math.max(...present);
	});
}
