import type { ServiceDeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { endMonitoring } from './rollout-of.ts';
import { type RollbackReason, rollBack } from './roll-back.ts';
import { say } from './say.ts';

/** Why a deployment fails, in AWS's words where they are known. */
type DeploymentFailure = RollbackReason & {
	/** Of the service event, after `deployment failed: `. */
	readonly event: string;
	/** Of the deployment. */
	readonly rolloutStateReason?: string;
	readonly rollsBack: boolean;
};

/** Fails the PRIMARY deployment, and rolls back when that is wanted; else everything stays as it is. */
export function fail(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	failure: DeploymentFailure,
): void {
	const { now } = world.clock;
	const [primary] = service.deployments;
	if (!primary) return;
	primary.rolloutState = 'FAILED';
	// Only the circuit breaker's words are known; the others follow the event's.
	primary.rolloutStateReason = failure.rolloutStateReason ?? `ECS deployment ${primary.id} failed: ${failure.event}`;
	primary.updatedAt = rollout.updatedAt = now;
	say(world, service, `(deployment ${primary.id}) deployment failed: ${failure.event}`);
	if (failure.rollsBack) return rollBack(world, service, rollout, failure);
	rollout.status = 'STOPPED';
	rollout.stoppedAt = rollout.finishedAt = now;
	endMonitoring(rollout);
}
