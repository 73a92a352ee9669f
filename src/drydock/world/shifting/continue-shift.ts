import type { ServiceDeploymentState } from '../deployment.ts';
import type { HookAction } from '../deployment-configuration.ts';
import { planLook } from '../scheduler/plan-look.ts';
import { requestRollback } from '../scheduler/request-rollback.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';

/**
 * What somebody says to a PAUSE hook that waits for it; without `hookId` to all that do. What a hook's status is after
 * a ROLLBACK is not documented: here it FAILED.
 * @returns whether one waits
 */
export function continueShift(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	{ hookId, action }: { readonly hookId?: string; readonly action: HookAction },
): boolean {
	const waiting = rollout.shift?.hooks.filter(
		(hook) => hook.status === 'AWAITING_ACTION' && (hookId === undefined || hook.hookId === hookId),
	);
	if (rollout.status !== 'IN_PROGRESS' || !waiting?.length) return false;
	for (const hook of waiting) hook.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
	rollout.updatedAt = world.clock.now;
	if (action === 'ROLLBACK') requestRollback(world, service, rollout);
	planLook(world, service);
	return true;
}
