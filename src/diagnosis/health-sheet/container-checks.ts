import type { HealthFlip } from '../../model/health-flip.ts';
import type { ContainerDefinition, HealthCheck } from '../../model/task-definition.ts';
import { byLastStep, type Container, type Task } from '../../model/task.ts';
import type { Evidence } from '../evidence.ts';
import type { Turn } from './lane.ts';

/** One health check of a container, with the tasks that run it. */
export type ContainerCheck = {
	readonly container: string;
	/** Of an essential container: the task is as healthy as these. */
	readonly essential: boolean;
	/** ARNs of the revisions that have it so. */
	readonly revisions: readonly string[];
	readonly healthCheck: HealthCheck;
	/** Those that have not stopped, newest first. */
	readonly tasks: readonly CheckedTask[];
};

/** How a container of a task is. */
export type CheckedTask = {
	readonly task: Task;
	readonly container: Container;
	/** What was seen of its health, oldest first. */
	readonly turns: readonly Turn[];
	/** When it came to be as it is, as far as that was seen. */
	readonly since?: number;
};

/** A container that nobody checks. */
export type Unchecked = { readonly container: string; readonly essential: boolean };

/**
 * The health checks of a service's containers, essential ones first. A check that differs between the revisions that run is told
 * for each. Only what the task definition says counts: ECS does not look at an image's HEALTHCHECK (ECS API reference,
 * HealthCheck).
 */
export function containerChecks({ tasks = [], taskDefinitions = {}, service, flips = [] }: Evidence): {
	readonly checks: readonly ContainerCheck[];
	readonly unchecked: readonly Unchecked[];
} {
	const live = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED').toSorted(byLastStep);
	const revisions = new Set([service.taskDefinition, ...live.map(({ taskDefinitionArn }) => taskDefinitionArn)]);
	const defined = [...revisions].flatMap((arn) =>
		(taskDefinitions[arn]?.containerDefinitions ?? []).map((definition) => ({ arn, definition })),
	);
	const alike = Map.groupBy(defined, ({ definition: { name, healthCheck } }) => JSON.stringify([name, healthCheck]));
	const groups = Array.from(alike.values(), (members) => ({
		definition: (members[0] as { readonly definition: ContainerDefinition }).definition,
		revisions: members.map(({ arn }) => arn),
	})).toSorted((a, b) => Number(b.definition.essential) - Number(a.definition.essential));
	return {
		checks: groups.flatMap(({ definition: { name, essential, healthCheck }, revisions: arns }) => {
			if (!healthCheck || healthCheck.command[0] === 'NONE') return [];
			const own = live.filter(({ taskDefinitionArn }) => arns.includes(taskDefinitionArn));
			return [
				{
					container: name,
					essential,
					revisions: arns,
					healthCheck,
					tasks: own.flatMap((task) => checked(task, name, flips)),
				},
			];
		}),
		unchecked: groups.flatMap(({ definition: { name, essential, healthCheck } }) =>
			healthCheck && healthCheck.command[0] !== 'NONE' ? [] : [{ container: name, essential }],
		),
	};
}

function checked(task: Task, name: string, flips: readonly HealthFlip[]): readonly CheckedTask[] {
	const container = task.containers.find((one) => one.name === name);
	if (!container) return [];
	const own = flips.filter(
		(flip) => flip.kind === 'container' && flip.taskArn === task.taskArn && flip.container === name,
	);
	const [first] = own;
	// What runs begins as unknown, and no flip tells of that.
	const start = task.startedAt ?? task.createdAt;
	const beginsUnknown = first ? first.before !== undefined : container.healthStatus === 'UNKNOWN';
	const turns = [
		...(start !== undefined && beginsUnknown ? [{ at: start, after: first?.before ?? 'UNKNOWN' }] : []),
		...own.map(({ at, after }) => ({ at, after })),
	];
	const last = own.at(-1);
	const since = last?.before === undefined ? undefined : last.at;
	return [{ task, container, turns, ...(since !== undefined && { since }) }];
}
