import type { Resource, ResourceFailure } from '../model/resource.ts';
import type { Picture, Table } from './picture.ts';
import { reconcile } from './reconcile.ts';

/** A pure step from one picture to the next; gives the same picture back when it changes nothing. */
export type PictureUpdate = (picture: Picture) => Picture;

/** The tables of the picture that hold resources. */
export type ResourceTable = {
	[K in keyof Picture]: Picture[K] extends Table<Resource<unknown>> ? K : never;
}[keyof Picture];

/** The values a table's resources hold. */
export type ValueIn<K extends ResourceTable> = NonNullable<Picture[K][string]['value']> | ScalingNull<K>;
type ScalingNull<K extends ResourceTable> = null extends Picture[K][string]['value'] ? null : never;

/** Puts values that were read at `readAt` in their places; what did not change keeps its identity. */
export function putValues<K extends ResourceTable>(
	picture: Picture,
	table: K,
	values: Iterable<readonly [key: string, value: ValueIn<K>]>,
	readAt: number,
): Picture {
	const before: Table<Resource<unknown>> = picture[table];
	const entries = [...values].map(([key, value]) => [key, read(reconcile(before[key]?.value, value), readAt)] as const);
	return withEntries(picture, table, entries);
}

/** A resource after a good reading: the failure is over. */
function read<T>(value: T, readAt: number | undefined): Resource<T> {
	return { value, ...(readAt !== undefined && { readAt }) };
}

/** Marks resources whose refresh failed: their last value stays, `since` is the first failure of this row. */
export function putFailure(
	picture: Picture,
	table: ResourceTable,
	keys: readonly string[],
	failure: ResourceFailure,
): Picture {
	const before: Table<Resource<unknown>> = picture[table];
	const entries = keys.map((key) => {
		const resource = before[key] ?? {};
		return [key, { ...resource, failure: { ...failure, since: resource.failure?.since ?? failure.since } }] as const;
	});
	return withEntries(picture, table, entries);
}

/** Takes the failures of resources away. */
export function clearFailure(picture: Picture, table: ResourceTable, keys: readonly string[]): Picture {
	const before: Table<Resource<unknown>> = picture[table];
	const entries = keys.flatMap((key) => {
		const { failure, ...resource } = before[key] ?? {};
		return failure === undefined ? [] : [[key, resource] as const];
	});
	return withEntries(picture, table, entries);
}

function withEntries(
	picture: Picture,
	table: ResourceTable,
	entries: readonly (readonly [string, Resource<unknown>])[],
): Picture {
	if (entries.length === 0) return picture;
	return { ...picture, [table]: { ...picture[table], ...Object.fromEntries(entries) } };
}
