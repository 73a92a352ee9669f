import { MASK, masked } from './mask.ts';

/** One member that differs between two task definitions: `containerDefinitions[app].image`. Texts are raw. */
export type DocumentChange = {
	readonly path: string;
	/** Undefined where it was not there. */
	readonly before: string | undefined;
	/** Undefined where it is gone. */
	readonly after: string | undefined;
};

/** What names an element of a list, so that it is compared with the same one, wherever it stands. */
const NAMES = ['name', 'containerPort', 'key', 'sourceVolume', 'valueFrom', 'containerName'] as const;

/** What differs, in the order of the documents; lists are compared by name, values that may be secrets are not told. */
export function documentChanges(before: unknown, after: unknown): readonly DocumentChange[] {
	const [old, young] = [leaves(before), leaves(after)];
	const [oldShown, youngShown] = [leaves(masked(before)), leaves(masked(after))];
	return [...new Set([...old.keys(), ...young.keys()])].flatMap((path) => {
		const [one, other] = [old.get(path), young.get(path)];
		if (one === other) return [];
		return [
			{
				path,
				before: one === undefined ? undefined : (oldShown.get(path) ?? MASK),
				after: other === undefined ? undefined : (youngShown.get(path) ?? MASK),
			},
		];
	});
}

/** All values by their path. An empty list or record is a value of its own. */
function leaves(document: unknown): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const walk = (value: unknown, path: string): void => {
		const members = membersOf(value);
		if (members === undefined || (members.length === 0 && path !== '')) found.set(path, textOf(value));
		else for (const [step, member] of members) walk(member, path === '' ? step.replace(/^\./u, '') : path + step);
	};
	walk(document, '');
	return found;
}

function membersOf(value: unknown): readonly (readonly [step: string, member: unknown])[] | undefined {
	if (Array.isArray(value)) return value.map((element: unknown, index) => [`[${nameOf(element) ?? index}]`, element]);
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.entries(value).map(([key, member]) => [`.${key}`, member]);
}

function nameOf(element: unknown): string | undefined {
	if (typeof element !== 'object' || element === null) return undefined;
	const members = element as Readonly<Record<string, unknown>>;
	for (const name of NAMES) {
		const value = members[name];
		if (typeof value === 'string' || typeof value === 'number') return `${value}`;
	}
	return undefined;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
