import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsFault } from './handler.ts';
import { requiredMembers } from './service-model.ts';
import type { ServiceName } from './service-name.ts';

/** The error each service answers when required members of the request are missing; undefined when none is. */
export function missingMembers(
	service: ServiceName,
	input: NormalizedSchema,
	value: Readonly<Record<string, unknown>>,
): AwsFault | undefined {
	const isMissing = (name: string): boolean => {
		const member = value[name];
		// ECS refuses empty lists with the same words: "Tasks cannot be empty."
		return member === undefined || member === null || (service === 'ecs' && Array.isArray(member) && !member.length);
	};
	const missing = requiredMembers(input).filter(isMissing);
	const [first] = missing;
	if (first === undefined) return undefined;
	switch (service) {
		case 'ecs':
			return new AwsFault('InvalidParameterException', `${capitalised(first)} cannot be empty.`);
		case 'cloudwatch':
			return new AwsFault('MissingRequiredParameterException', `The parameter ${first} is required.`);
		case 'logs':
			return new AwsFault('InvalidParameterException', validationErrors(missing));
		case 'application-autoscaling':
			return new AwsFault('ValidationException', validationErrors(missing));
		default:
			return new AwsFault('ValidationError', validationErrors(missing));
	}
}

function validationErrors(names: readonly string[]): string {
	const each = names.map((name) => {
		const member = name.charAt(0).toLowerCase() + name.slice(1);
		return `Value null at '${member}' failed to satisfy constraint: Member must not be null`;
	});
	return `${names.length} validation error${names.length === 1 ? '' : 's'} detected: ${each.join('; ')}`;
}

function capitalised(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
