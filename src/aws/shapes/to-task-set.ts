import type * as ecs from '@aws-sdk/client-ecs';
import type { TaskSet } from '../../model/service.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text } from './scalars.ts';

export function toTaskSet(taskSet: ecs.TaskSet): TaskSet {
	return defined({
		id: requiredText(taskSet.id),
		status: requiredText(taskSet.status),
		externalId: text(taskSet.externalId),
		taskDefinition: requiredText(taskSet.taskDefinition),
		desiredCount: taskSet.computedDesiredCount ?? 0,
		runningCount: taskSet.runningCount ?? 0,
		pendingCount: taskSet.pendingCount ?? 0,
		stabilityStatus: text(taskSet.stabilityStatus),
		scalePercent: taskSet.scale?.unit === 'PERCENT' ? taskSet.scale.value : undefined,
		createdAt: epochMs(taskSet.createdAt),
	});
}
