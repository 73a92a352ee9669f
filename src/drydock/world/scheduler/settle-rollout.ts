import { bake } from './bake.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import { isUnderWay } from '../shifting/is-shifting.ts';
import type { World } from '../world.ts';
import { endMonitoring, rolloutOf } from './rollout-of.ts';
import { DUPLICATES_LEFT_OUT_FOR, say } from './say.ts';
import { countsAsHealthy, startedBy, tasksOf } from './service-tasks.ts';

export const STEADY = 'has reached a steady state.';

/**
 * Completes the rollout and says that the service is steady, when all is well; drops deployments without tasks.
 * @returns when the alarms have been watched long enough (epoch ms), while they still are
 */
export function settle(world: World, service: ServiceState, primary: DeploymentState): number | undefined {
	const known = tasksOf(world, service).filter(({ lastStatus }) => lastStatus !== 'STOPPED');
	const ours = startedBy(known, primary).filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
	const older = known.filter((task) => task.startedBy !== primary.id);
	const gone = service.deployments.filter((each) => each !== primary && startedBy(older, each).length === 0);
	const healthy = ours.length === service.desiredCount && ours.every((task) => countsAsHealthy(world, task));
	const told = service.scheduler.deregistered.length === 0;
	const steady = healthy && told && older.length === 0 && primary.rolloutState !== 'FAILED';
	const bakesUntil = steady && primary.rolloutState === 'IN_PROGRESS' ? bake(world, service, primary) : undefined;
	if (steady) {
		if (primary.rolloutState === 'IN_PROGRESS' && bakesUntil === undefined) completeRollout(world, service, primary);
		// Steady once more after a change is news, and the same text a duplicate only while it stays so.
		if (!service.scheduler.steady) service.scheduler.lastSaid.delete(STEADY);
		say(world, service, STEADY, DUPLICATES_LEFT_OUT_FOR);
	}
	for (const each of gone) service.deployments.splice(service.deployments.indexOf(each), 1);
	service.scheduler.steady = steady;
	return bakesUntil;
}

/** The deployment has brought in, or brought back, what it was to. */
export function completeRollout(world: World, service: ServiceState, deployment: DeploymentState): void {
	const { now } = world.clock;
	deployment.rolloutState = 'COMPLETED';
	deployment.rolloutStateReason = `ECS deployment ${deployment.id} completed.`;
	deployment.updatedAt = now;
	say(world, service, `(deployment ${deployment.id}) deployment completed.`);
	const rollout = rolloutOf(service, deployment);
	// One that has shifted traffic is at its end before its deployment is.
	if (!rollout || !isUnderWay(rollout)) return;
	rollout.status = rollout.deploymentId === deployment.id ? 'SUCCESSFUL' : 'ROLLBACK_SUCCESSFUL';
	rollout.finishedAt = rollout.updatedAt = now;
	endMonitoring(rollout);
}
