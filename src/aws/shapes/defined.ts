type Undefinable<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

/** `T` with the members that may be undefined made optional instead. */
export type Defined<T> = { [Key in Exclude<keyof T, Undefinable<T>>]: T[Key] } & {
	[Key in Undefinable<T>]?: Exclude<T[Key], undefined>;
};

/** Leaves out the members that are undefined: what AWS does not tell is absent in the model. */
export function defined<T extends object>(members: T): Defined<T> {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
}
