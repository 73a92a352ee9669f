/**
 * Puts the second text of each pair in place of the first wherever that is, which has to be somewhere.
 * @throws {Error} when it is not: the package has changed, and somebody has to look.
 */
export function replaceEverywhere(path: string, source: string, pairs: Readonly<Record<string, string>>): string {
	return Object.entries(pairs).reduce((result, [from, to]) => {
		if (result.includes(from)) return result.replaceAll(from, () => to);
		throw new Error(`${path} has changed: "${from}" is not in it. Look at what does its work there now.`);
	}, source);
}
