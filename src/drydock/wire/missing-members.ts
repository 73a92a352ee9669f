import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsFault } from './handler.ts';
import { requiredMembers } from './service-model.ts';
import type { ServiceName } from './service-name.ts';

/** From the request down to a member: names, and the places of lists from 0. */
type Path = readonly (string | number)[];

/** The error each service answers when required members of the request are missing, however deep; undefined when none is. */
export function missingMembers(
	service: ServiceName,
	input: NormalizedSchema,
	value: Readonly<Record<string, unknown>>,
): AwsFault | undefined {
	const missing = missingIn(input, value, []);
	// ECS refuses the request's own empty lists with the same words: "Tasks cannot be empty."
	if (service === 'ecs')
		missing.push(
			...requiredMembers(input)
				.filter((name) => isEmptyList(value[name]))
				.map((name) => [name]),
		);
	const [first] = missing;
	if (first === undefined) return undefined;
	switch (service) {
		case 'ecs':
			return new AwsFault('InvalidParameterException', `${capitalised(String(first.at(-1)))} cannot be empty.`);
		case 'cloudwatch':
			return new AwsFault('MissingRequiredParameterException', `The parameter ${queryPath(first)} is required.`);
		case 'logs':
			return new AwsFault('InvalidParameterException', validationErrors(missing));
		case 'application-autoscaling':
		case 'codedeploy':
			return new AwsFault('ValidationException', validationErrors(missing));
		default:
			return new AwsFault('ValidationError', validationErrors(missing));
	}
}

function missingIn(schema: NormalizedSchema, value: unknown, path: Path): Path[] {
	if (typeof value !== 'object' || value === null) return [];
	if (schema.isListSchema()) {
		if (!Array.isArray(value)) return [];
		return value.flatMap((item, index) => missingIn(schema.getValueSchema(), item, [...path, index]));
	}
	if (!schema.isStructSchema()) return [];
	const members = value as Readonly<Record<string, unknown>>;
	const missing = requiredMembers(schema).filter((name) => members[name] === undefined || members[name] === null);
	const deeper = Array.from(schema.structIterator()).flatMap(([name, member]) =>
		missingIn(member, members[name], [...path, name]),
	);
	return [...missing.map((name) => [...path, name]), ...deeper];
}

function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}

function validationErrors(paths: readonly Path[]): string {
	const each = paths.map((path) => {
		const member = path
			.map((step) => (typeof step === 'number' ? `${step + 1}.member` : uncapitalised(step)))
			.join('.');
		return `Value null at '${member}' failed to satisfy constraint: Member must not be null`;
	});
	return `${paths.length} validation error${paths.length === 1 ? '' : 's'} detected: ${each.join('; ')}`;
}

/** `MetricDataQueries.member.1.Id` */
function queryPath(path: Path): string {
	return path.map((step) => (typeof step === 'number' ? `member.${step + 1}` : step)).join('.');
}

function uncapitalised(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}

function capitalised(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
