import { chordProblem } from './chord.ts';
import type { Binding } from './binding.ts';

/** The user's own keys by binding id, from the config file. */
export type Remapping = Readonly<Record<string, readonly string[]>>;

/** The bindings with the user's keys in place of the defaults. */
export function remap<B extends Binding<never>>(bindings: readonly B[], remapping: Remapping): readonly B[] {
	return bindings.map((binding) => {
		const keys = remapping[binding.id];
		return keys ? { ...binding, keys } : binding;
	});
}

/** The first binding that has the chord: inner scopes come first, so a pane's key wins over a global one. */
export function findBinding<B extends Binding<never>>(scopes: readonly (readonly B[])[], chord: string): B | undefined {
	for (const scope of scopes) {
		const found = scope.find((binding) => binding.keys.includes(chord));
		if (found) return found;
	}
	return undefined;
}

/** A key that two bindings claim, by their ids. */
export type Clash = { readonly key: string; readonly ids: readonly [string, string] };

/** The keys of some bindings that more than one of them claims. */
export function clashes(bindings: readonly Binding<never>[]): readonly Clash[] {
	const owners = new Map<string, readonly string[]>();
	const found: Clash[] = [];
	for (const { id, keys } of bindings) {
		for (const key of new Set(keys)) {
			const before = owners.get(key) ?? [];
			for (const owner of before) if (owner !== id) found.push({ key, ids: [owner, id] });
			owners.set(key, [...before, id]);
		}
	}
	return found;
}

/**
 * The clashes that a remapping makes, each once. Two bindings that have a key in common by default are meant to: the
 * inner one stands in for the outer one.
 * @param heardTogether for each place of the console, the bindings that hear a key there
 */
export function remapClashes(
	heardTogether: readonly (readonly Binding<never>[])[],
	remapping: Remapping,
): readonly Clash[] {
	const found = heardTogether.flatMap((bindings) => {
		const meant = new Set(clashes(bindings).map(({ ids }) => ids.join(' ')));
		return clashes(remap(bindings, remapping)).filter(({ ids }) => !meant.has(ids.join(' ')));
	});
	return [...new Map(found.map((clash) => [`${clash.key} ${clash.ids.toSorted().join(' ')}`, clash])).values()];
}

/** What is wrong with a remapping: unknown ids, impossible chords. Empty when all is well. */
export function remappingProblems(
	remapping: Remapping,
	ids: ReadonlySet<string>,
): readonly { readonly id: string; readonly problem: string }[] {
	return Object.entries(remapping).flatMap(([id, keys]) => {
		if (!ids.has(id)) return [{ id, problem: `"${id}" is not an action: \`deckwatch keys\` lists them` }];
		return keys.flatMap((key) => {
			const problem = chordProblem(key);
			return problem === undefined ? [] : [{ id, problem }];
		});
	});
}
