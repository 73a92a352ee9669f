/** What stands for a value that may be a secret, and that nobody asked to see. */
export const MASK = '•••';

/** Options of a log driver that are shown: those of awslogs, and what says where a log goes. */
const PLAIN_OPTION = /^(?:awslogs-.+|mode|max-buffer-size|name|region)$/iu;

/**
 * A task definition, or a call that takes parts of one, with all values masked that may be secrets: those of environment
 * variables, whatever their names or depth, since a name does not tell; of log drivers, which take tokens and URLs with
 * passwords (`splunk-token`, `apikey`); and what drivers of volumes are told. ARNs in `secrets` stay, they are no secrets.
 */
export function masked<Value>(value: Value): Value {
	return maskedAny(value) as Value;
}

function maskedAny(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(maskedAny);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskedMember(key, member)]));
}

function maskedMember(key: string, value: unknown): unknown {
	switch (key) {
		case 'environment':
			return maskedVariables(value);
		case 'logConfiguration':
			return isObject(value) && 'options' in value
				? { ...value, options: maskedMembers(value['options'], PLAIN_OPTION) }
				: value;
		case 'driverOpts':
			return maskedMembers(value);
		default:
			return maskedAny(value);
	}
}

/** `[{name, value}]` keeps its names; anything of another shape is masked as a whole. */
function maskedVariables(environment: unknown): unknown {
	if (!Array.isArray(environment)) return isNothing(environment) ? environment : MASK;
	return environment.map((entry) => {
		if (!isObject(entry)) return MASK;
		return { ...('name' in entry ? { name: entry['name'] } : {}), value: MASK };
	});
}

/** `{ name: value }` keeps its names, and the values of plain ones. */
function maskedMembers(members: unknown, plain?: RegExp): unknown {
	if (!isObject(members)) return isNothing(members) ? members : MASK;
	return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, plain?.test(key) ? value : MASK]));
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
