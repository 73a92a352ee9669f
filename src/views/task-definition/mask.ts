/** What stands for a value nobody asked to see. */
export const MASK = '••••';

type Json = Readonly<Record<string, unknown>>;

/**
 * A task definition document with every environment value of every container masked, whatever its name or depth:
 * what is secret cannot be told from its name. ARNs in `secrets` stay, they are no secrets.
 */
export function maskEnvironment(document: Json): Json {
	return maskObject(document);
}

function maskObject(object: Json): Json {
	return Object.fromEntries(
		Object.entries(object).map(([key, value]) => [key, key === 'environment' ? maskValues(value) : maskAny(value)]),
	);
}

function maskAny(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(maskAny);
	return isObject(value) ? maskObject(value) : value;
}

/** `[{name, value}]` keeps its names; anything of another shape is masked as a whole. */
function maskValues(environment: unknown): unknown {
	if (!Array.isArray(environment)) return environment === undefined || environment === null ? environment : MASK;
	return environment.map((entry) => {
		if (!isObject(entry)) return MASK;
		return { ...('name' in entry ? { name: entry['name'] } : {}), value: MASK };
	});
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
