/** Remembers one value for as long as what it was made from stays the same objects. */
export type Memo<T> = (inputs: readonly unknown[], make: () => T) => T;

export function createMemo<T>(): Memo<T> {
	let last: { readonly inputs: readonly unknown[]; readonly value: T } | undefined;
	return (inputs, make) => {
		if (last === undefined || !sameItems(last.inputs, inputs)) last = { inputs, value: make() };
		return last.value;
	};
}

/** Whether two lists hold the same objects in the same places. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
