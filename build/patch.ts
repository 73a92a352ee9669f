/** What the bundle does differently from a package as published; why, and what it is worth, is said at each patch. */
export type Patch = {
	readonly name: string;
	/** By the file's path below node_modules. */
	readonly files?: Readonly<Record<string, Change>>;
	/** Globals, by what stands for them instead: a file that exports it by that name. */
	readonly globals?: Readonly<Record<string, { readonly by: string; readonly from: string }>>;
};

export type Change = {
	/** Each text on the left is in the file exactly once; the one on the right takes its place. */
	readonly replace?: Readonly<Record<string, string>>;
	/** Each text on the left is in the file, once or more. */
	readonly everywhere?: Readonly<Record<string, string>>;
	/** Put at the end of the file. */
	readonly append?: string;
};
