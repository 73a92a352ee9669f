import { after } from '../advance.ts';
import { SECOND } from '../clock.ts';
import type { World } from '../world.ts';
import type { DeploymentGroupState } from './application.ts';
import { deploymentId } from './deployment-id.ts';
import { LIFECYCLE_EVENTS, type CodeDeploymentState } from './deployment.ts';
import { serviceBehind } from './service-behind.ts';
import { drainTaskSet, makePrimary } from './task-sets.ts';

/**
 * Ends a deployment before its time, and rolls it back where the group, or who stops it, wants so.
 * @param back by default what the group says
 */
export function end(
	world: World,
	group: DeploymentGroupState,
	deployment: CodeDeploymentState,
	status: 'Failed' | 'Stopped',
	why: NonNullable<CodeDeploymentState['errorInformation']>,
	back = group.rollback,
): void {
	const { now } = world.clock;
	deployment.status = status;
	deployment.errorInformation = why;
	deployment.completedAt = now;
	for (const event of deployment.lifecycle) {
		if (event.status === 'InProgress') {
			event.status = 'Failed';
			event.endedAt = now;
			if (why.message !== undefined) event.message = why.message;
		} else if (event.status === 'Pending') event.status = 'Skipped';
	}
	if (back) rollBack(world, group, deployment);
}

/** A rollback is a deployment of its own: the traffic goes back to the task set that had it, and the new one is taken away. */
function rollBack(world: World, group: DeploymentGroupState, failed: CodeDeploymentState): void {
	const good = group.deployments.find(({ status, creator }) => status === 'Succeeded' && creator === 'user');
	const { now } = world.clock;
	const rollback: CodeDeploymentState = {
		deploymentId: deploymentId(world),
		creator: 'codeDeployRollback',
		configName: failed.configName,
		sha256: good?.sha256 ?? failed.sha256,
		appSpec: good?.appSpec ?? failed.appSpec,
		status: 'InProgress',
		rollbackInfo: { rollbackTriggeringDeploymentId: failed.deploymentId },
		lifecycle: LIFECYCLE_EVENTS.map((name) => ({ name, status: 'Skipped' })),
		originalId: failed.originalId,
		...(failed.replacementId !== undefined && { replacementId: failed.replacementId }),
		weight: failed.weight,
		createdAt: now,
		startedAt: now,
	};
	failed.rollbackInfo = { rollbackDeploymentId: rollback.deploymentId };
	group.deployments.unshift(rollback);
	after(world, 5 * SECOND, () => {
		const service = serviceBehind(world, group);
		rollback.weight = failed.weight = 0;
		makePrimary(world, service, failed.originalId);
		drainTaskSet(world, service, failed.replacementId);
		rollback.status = 'Succeeded';
		rollback.completedAt = world.clock.now;
	});
}
