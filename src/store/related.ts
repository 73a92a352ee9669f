import type { Service } from '../model/service.ts';
import { endedAt, type Task } from '../model/task.ts';
import type { Picture } from './picture.ts';
import { knownTasksOf } from './tasks-of.ts';

/** Task definitions looked at for one service, and how far back they are looked for. Our own bounds. */
const DEFINITIONS = 8;
const ROLLOUTS = 5;
const STOPPED = 3;

/** The task definitions that a service is judged by: of its deployments, of the tasks that stopped last, of those before. */
export function relatedTaskDefinitions(picture: Picture, service: Service): readonly string[] {
	const { serviceArn, taskDefinition, deployments, taskSets = [] } = service;
	const history = picture.serviceDeployments[serviceArn]?.value ?? [];
	const stopped = stoppedOf(picture, service).map(({ taskDefinitionArn }) => taskDefinitionArn);
	const related = [
		taskDefinition,
		...[...deployments, ...taskSets].map((one) => one.taskDefinition),
		...[...new Set(stopped)].slice(0, STOPPED),
		...history
			.slice(0, ROLLOUTS)
			.flatMap((one) => [
				...one.sourceTaskDefinitions,
				one.targetTaskDefinition ?? '',
				one.rollbackTaskDefinition ?? '',
			]),
	];
	return [...new Set(related.filter((arn) => arn !== ''))].slice(0, DEFINITIONS);
}

/** The tasks of a service that have stopped, the last to stop first. */
export function stoppedOf(picture: Picture, service: Service): readonly Task[] {
	return knownTasksOf(picture, service)
		.filter(({ lastStatus }) => lastStatus === 'STOPPED')
		.toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0));
}

/**
 * The target groups that send it traffic, or may: where ECS shifts it between two, the other one is the live one after
 * every second deployment (ECS developer guide, blue/green deployments).
 */
export function targetGroupsOf({ loadBalancers }: Pick<Service, 'loadBalancers'>): readonly string[] {
	const arns = loadBalancers.flatMap((one) => [one.targetGroupArn ?? [], one.alternateTargetGroupArn ?? []].flat());
	return [...new Set(arns)];
}

/** Whether its tasks are placed on the instances of its cluster. Without launch type and strategy it is EC2 (ECS API reference, CreateService). */
export function runsOnInstances({ launchType, capacityProviderStrategy }: Service): boolean {
	if (capacityProviderStrategy.length === 0) return launchType !== 'FARGATE';
	return capacityProviderStrategy.some(({ capacityProvider }) => !isFargate(capacityProvider));
}

/** FARGATE and FARGATE_SPOT, which every account has. */
function isFargate(capacityProvider: string): boolean {
	return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT';
}
