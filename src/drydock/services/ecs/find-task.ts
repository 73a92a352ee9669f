import { ecsArn } from '../../world/arn.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { invalidParameter } from './refuse.ts';

/**
 * The ARN of a task given by id or ARN.
 * @throws {AwsFault} InvalidParameterException for an id that has not 32 (or, in old clusters, 36) characters.
 */
function taskArnOf(world: World, { region, clusterName }: ClusterState, idOrArn: string): string {
	if (idOrArn.startsWith('arn:')) return idOrArn;
	if (![32, 36].includes(idOrArn.length)) throw invalidParameter('taskId length should be one of [32,36]');
	return ecsArn(world, region, 'task', clusterName, idOrArn);
}

/** The task of an id or ARN in the cluster, if it is known, and its ARN. @throws {AwsFault} InvalidParameterException */
export function taskNamed(
	world: World,
	cluster: ClusterState,
	idOrArn: string,
): { readonly arn: string; readonly task?: TaskState } {
	const arn = taskArnOf(world, cluster, idOrArn);
	const task = cluster.taskArns.has(arn) ? world.tasks.get(arn) : undefined;
	return { arn, ...(task && { task }) };
}

/** @throws {AwsFault} InvalidParameterException */
export function findTask(world: World, cluster: ClusterState, idOrArn = ''): TaskState {
	const { task } = taskNamed(world, cluster, idOrArn);
	if (!task) throw invalidParameter('The referenced task was not found.');
	return task;
}
