/** What one looks for first; other members follow in the alphabet. */
const DOCUMENT = ['family', 'revision', 'status', 'taskDefinitionArn', 'cpu', 'memory', 'networkMode'];
const DOCUMENT_LAST = ['requiresAttributes', 'compatibilities', 'registeredAt', 'registeredBy', 'deregisteredAt'];
const CONTAINER = ['name', 'image', 'essential', 'cpu', 'memory', 'memoryReservation', 'entryPoint', 'command'];
const CONTAINER_NEXT = ['portMappings', 'healthCheck', 'environment', 'secrets', 'logConfiguration', 'dependsOn'];

type Json = Readonly<Record<string, unknown>>;

/** The document in the order people read it; empty lists and objects, which say nothing, are left out. */
export function orderKeys(document: Json): Json {
	const ordered = order(document, [...DOCUMENT, 'containerDefinitions'], DOCUMENT_LAST);
	const containers = ordered['containerDefinitions'];
	if (!Array.isArray(containers)) return ordered;
	return {
		...ordered,
		containerDefinitions: containers.map((container: unknown) =>
			isObject(container) ? order(container, [...CONTAINER, ...CONTAINER_NEXT], []) : container,
		),
	};
}

function order(object: Json, first: readonly string[], last: readonly string[]): Json {
	const rank = (key: string): number => {
		if (first.includes(key)) return first.indexOf(key);
		return last.includes(key) ? first.length + 1 + last.indexOf(key) : first.length;
	};
	const kept = Object.entries(object).filter(([, value]) => !isEmpty(value));
	return Object.fromEntries(kept.toSorted(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en')));
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
