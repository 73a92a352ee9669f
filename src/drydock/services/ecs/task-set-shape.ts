import type { TaskSet } from '@aws-sdk/client-ecs';
import { ecsArn, nameOf } from '../../world/arn.ts';
import type { ServiceState } from '../../world/service.ts';
import { wantedTasks, type TaskSetState } from '../../world/task-set.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { settingsShape } from './settings-shape.ts';
import { countTasks } from './task-counts.ts';

/** One of the `taskSets` of a service that CodeDeploy deploys. */
export function taskSetShape(
	world: World,
	service: ServiceState,
	set: TaskSetState,
	tasks: readonly TaskState[],
): TaskSet {
	const { region, clusterArn, serviceArn, serviceName } = service;
	const { serviceConnectConfiguration: _, ...settings } = settingsShape(set.revision.settings);
	return {
		id: set.id,
		taskSetArn: ecsArn(world, region, 'task-set', nameOf(clusterArn), serviceName, set.id),
		serviceArn,
		clusterArn,
		startedBy: 'CODE_DEPLOY',
		externalId: set.externalId,
		status: set.status,
		taskDefinition: set.revision.settings.taskDefinition,
		computedDesiredCount: wantedTasks(service.desiredCount, set),
		...countTasks(tasks.filter(({ startedBy }) => startedBy === set.id)),
		createdAt: date(set.createdAt),
		updatedAt: date(set.updatedAt),
		...settings,
		scale: { value: set.scalePercent, unit: 'PERCENT' },
		stabilityStatus: set.stabilityStatus,
		stabilityStatusAt: date(set.stabilityStatusAt),
		tags: [],
	};
}
