import { familyRevision } from '../../model/arn.ts';
import { containersOf, isForFargate, type EditableContainer } from '../../model/editable-task-definition.ts';
import { cpuUnits, mebibytes } from '../../model/fargate-sizes.ts';
import { safeText } from '../../model/safe-text.ts';
import { MASK } from '../../model/mask.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Difference, Plan, Refusal } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import type { RunTaskInput } from './run-task-input.ts';
import { runRemarks } from './run-remarks.ts';
import { runTaskChange } from './run-task-change.ts';
import type { RunTaskSnapshot } from './run-task-snapshot.ts';
import { notOnFargate } from '../deploy/blocked-by.ts';
import { chooseContainers } from '../deploy/choose-containers.ts';
import { SIZES } from '../deploy/edit-task-definition.ts';

/** A task beside those of a service: the same, but for what the input says. */
export function planRunTask(
	{ service, definition }: RunTaskSnapshot,
	input: RunTaskInput,
): Plan<RunTaskInput> | Refusal {
	const { serviceName, launchType, capacityProviderStrategy, platformVersion, network, enableExecuteCommand } = service;
	if (!definition) {
		return {
			refused: `${serviceName} has no task definition of its own: it is deployed through task sets.`,
			instead: 'Run the task definition of its task set (aws ecs run-task).',
		};
	}
	if (definition.status !== 'ACTIVE') {
		return {
			refused: `${familyRevision(definition.taskDefinitionArn)} is ${definition.status}: ECS starts nothing from it.`,
			instead: 'Deploy a revision that is ACTIVE first, or roll back, which registers it again.',
		};
	}
	const refusal = badSize(definition, input);
	if (refusal) return refusal;
	const containers = chooseContainers(containersOf(definition.document), service, named(input));
	if ('refused' in containers) return containers;
	const [container] = containers;
	if (!container) return { refused: 'It has no container.', instead: 'Name one with --container.' };
	const subject = subjectOf(service);
	return {
		verb: 'run-task',
		title: `Run a task of ${serviceName}`,
		subject,
		// Whose exit counts is settled here.
		input: { ...input, container: container.name },
		differences: differencesOf(definition, container, input),
		remarks: runRemarks(service, definition, container, input),
		changes: [runTaskChange(subject, service, container.name, input)],
		basis: JSON.stringify([
			definition.taskDefinitionArn,
			launchType,
			capacityProviderStrategy,
			platformVersion,
			network,
			enableExecuteCommand,
		]),
	};
}

function named({ container }: RunTaskInput): { readonly containers?: readonly string[] } {
	return container === undefined ? {} : { containers: [container] };
}

function badSize({ cpu, memory, document }: TaskDefinition, input: RunTaskInput): Refusal | undefined {
	const size = { cpu: cpuUnits(input.cpu ?? cpu ?? ''), memory: mebibytes(input.memory ?? memory ?? '') };
	for (const member of ['cpu', 'memory'] as const) {
		if (input[member] === undefined || !Number.isNaN(size[member])) continue;
		return {
			refused: `"${input[member]}" is no ${member}.`,
			instead: SIZES,
		};
	}
	return isForFargate(document) ? notOnFargate(size.cpu, size.memory) : undefined;
}

function differencesOf(
	{ taskDefinitionArn, cpu = '-', memory = '-' }: TaskDefinition,
	{ name, command, environment = [] }: EditableContainer,
	input: RunTaskInput,
): readonly Difference[] {
	const own = Array.isArray(command) && command.length > 0 ? words(command) : 'that of its image';
	return [
		{ what: 'task beside the service', before: '-', after: familyRevision(taskDefinitionArn) },
		...(input.command ? [{ what: safeText(`${name} command`), before: own, after: words(input.command) }] : []),
		...Object.keys(input.environment ?? {}).map((variable) => ({
			what: safeText(`${name} environment ${variable}`),
			before: environment.some((each) => each.name === variable) ? MASK : '-',
			after: MASK,
		})),
		...(input.cpu === undefined ? [] : [{ what: 'cpu', before: cpu, after: `${cpuUnits(input.cpu)}` }]),
		...(input.memory === undefined ? [] : [{ what: 'memory', before: memory, after: `${mebibytes(input.memory)}` }]),
	];
}

/** As one would type it. */
function words(command: readonly unknown[]): string {
	const quoted = command.map((word) =>
		typeof word === 'string' && /^[\w@%+=:,./-]+$/u.test(word) ? word : JSON.stringify(word),
	);
	return safeText(quoted.join(' '), { max: 200 });
}
