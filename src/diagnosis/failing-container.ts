import type { ContainerDefinition, HealthCheck, TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';
import { checkKills } from './check-kills.ts';
import type { Evidence } from './evidence.ts';

/** A container with a check that fails now, or that ECS killed its task for lately. */
export type FailingContainer = {
	readonly definition: TaskDefinition;
	readonly container: ContainerDefinition & { readonly healthCheck: HealthCheck };
	/** Those of its revision that failed. */
	readonly tasks: readonly Task[];
	/** Another task of the same revision passes the same check. */
	readonly othersPass: boolean;
};

export function failingContainers(evidence: Evidence, now: number): readonly FailingContainer[] {
	const { tasks = [], taskDefinitions = {} } = evidence;
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const kills = checkKills(evidence, now).filter(({ by }) => by === 'container');
	const failing = [
		...running.filter(({ containers }) => containers.some(isUnhealthy)),
		...kills.map(({ task }) => task),
	];
	const revisions = Map.groupBy(failing, ({ taskDefinitionArn }) => taskDefinitionArn);
	return [...revisions].flatMap(([arn, members]) => {
		const definition = taskDefinitions[arn];
		return (definition?.containerDefinitions ?? []).flatMap((container): readonly FailingContainer[] => {
			const { healthCheck, name } = container;
			const own = members.filter(({ containers }) => containers.some((one) => one.name === name && isUnhealthy(one)));
			if (!definition || !healthCheck || healthCheck.command[0] === 'NONE' || own.length === 0) return [];
			const othersPass = running.some(
				(task) =>
					task.taskDefinitionArn === arn &&
					task.containers.some((one) => one.name === name && one.healthStatus === 'HEALTHY'),
			);
			return [{ definition, container: { ...container, healthCheck }, tasks: own, othersPass }];
		});
	});
}

function isUnhealthy({ healthStatus }: { readonly healthStatus?: string }): boolean {
	return healthStatus === 'UNHEALTHY';
}
