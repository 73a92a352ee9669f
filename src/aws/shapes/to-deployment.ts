import type * as ecs from '@aws-sdk/client-ecs';
import type { Deployment } from '../../model/service.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text } from './scalars.ts';

export function toDeployment(deployment: ecs.Deployment): Deployment {
	const createdAt = epochMs(deployment.createdAt);
	return defined({
		id: requiredText(deployment.id),
		status: requiredText(deployment.status),
		taskDefinition: requiredText(deployment.taskDefinition),
		desiredCount: deployment.desiredCount ?? 0,
		runningCount: deployment.runningCount ?? 0,
		pendingCount: deployment.pendingCount ?? 0,
		failedTasks: deployment.failedTasks ?? 0,
		rolloutState: text(deployment.rolloutState),
		rolloutStateReason: text(deployment.rolloutStateReason),
		createdAt,
		updatedAt: epochMs(deployment.updatedAt) ?? createdAt,
	});
}
