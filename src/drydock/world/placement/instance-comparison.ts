import { attributeOf, type ContainerInstanceState } from '../container-instance.ts';
import type { World } from '../world.ts';
import { tasksOn } from './remaining.ts';

/** Whether an instance is one of those that an expression is about. */
export type InstanceTest = (world: World, instance: ContainerInstanceState) => boolean;

/** Takes a sign and what it compares with from the tokens; undefined for what is not understood. */
export function comparison(subject: string, tokens: string[]): InstanceTest | undefined {
	const valuesOf = subjectNamed(subject);
	const sign = tokens.shift() ?? '';
	if (!valuesOf) return undefined;
	if (sign === 'exists') return (world, instance) => valuesOf(world, instance).length > 0;
	if (sign === '!exists') return (world, instance) => valuesOf(world, instance).length === 0;
	const wanted = sign.endsWith('in') ? listIn(tokens) : [tokens.shift() ?? ''];
	const holds = wanted && operator(sign, wanted);
	if (!holds || wanted.includes('')) return undefined;
	// None of several values may be one that is ruled out.
	const negated = sign.startsWith('!');
	return (world, instance) => {
		const values = valuesOf(world, instance);
		return negated ? values.every(holds) : values.some(holds);
	};
}

function operator(sign: string, wanted: readonly string[]): ((value: string) => boolean) | undefined {
	const [first = ''] = wanted;
	switch (sign) {
		case '==':
		case 'in':
			return (value) => wanted.includes(value);
		case '!=':
		case '!in':
			return (value) => !wanted.includes(value);
		case '=~':
		case '!~': {
			const pattern = patternOf(first);
			return pattern && ((value) => pattern.test(value) === (sign === '=~'));
		}
		case '>':
			return (value) => Number(value) > Number(first);
		case '>=':
			return (value) => Number(value) >= Number(first);
		case '<':
			return (value) => Number(value) < Number(first);
		case '<=':
			return (value) => Number(value) <= Number(first);
		default:
			return undefined;
	}
}

/** Java's: the whole value has to match. */
function patternOf(text: string): RegExp | undefined {
	try {
		return new RegExp(`^(?:${text})$`);
	} catch {
		return undefined;
	}
}

function subjectNamed(subject: string): ((world: World, instance: ContainerInstanceState) => string[]) | undefined {
	if (subject.startsWith('attribute:')) {
		const name = subject.slice('attribute:'.length);
		return (_, instance) =>
			instance.attributes.some((attribute) => attribute.name === name) ? [attributeOf(instance, name) ?? ''] : [];
	}
	switch (subject) {
		case 'ec2InstanceId':
			return (_, { ec2InstanceId }) => [ec2InstanceId];
		case 'agentConnected':
			return (_, { agentConnected }) => [String(agentConnected)];
		case 'runningTasksCount':
			return (world, instance) => [
				String(tasksOn(world, instance).filter(({ lastStatus }) => lastStatus === 'RUNNING').length),
			];
		case 'task:group':
			return (world, instance) => tasksOn(world, instance).map(({ group }) => group);
		default:
			return undefined;
	}
}

/** `[a, b]` */
function listIn(tokens: string[]): string[] | undefined {
	if (tokens.shift() !== '[') return undefined;
	const end = tokens.indexOf(']');
	if (end === -1) return undefined;
	const [items, rest] = [tokens.slice(0, end), tokens.slice(end + 1)];
	tokens.splice(0, tokens.length, ...rest);
	return items.filter((item) => item !== ',');
}
