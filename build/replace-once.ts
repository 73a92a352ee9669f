/**
 * Puts the second text of each pair in place of the first, which has to be there once.
 * @throws {Error} when it is not: the package has changed, and somebody has to look.
 */
export function replaceOnce(path: string, source: string, pairs: Readonly<Record<string, string>>): string {
	let result = source;
	for (const [from, to] of Object.entries(pairs)) {
		const times = result.split(from).length - 1;
		if (times !== 1) {
			throw new Error(`${path} has changed: "${from}" is in it ${times} times. Look at what does its work there now.`);
		}
		result = result.replace(from, () => to);
	}
	return result;
}
