import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { ShiftState } from '../shift.ts';
import type { ShiftingRollout } from './is-shifting.ts';

/** How many tasks a deployment is to have while traffic is shifted: all of them, or none. */
export function wantedTasks(
	{ desiredCount }: ServiceState,
	rollout: ShiftingRollout,
	{ id }: Pick<DeploymentState, 'id'>,
): number {
	return keepsTasks(rollout, id) ? desiredCount : 0;
}

function keepsTasks({ status, shift, deploymentId }: ShiftingRollout, id: string): boolean {
	const isTarget = id === deploymentId;
	if (!isTarget && id !== shift.sourceId) return false;
	if (status === 'ROLLBACK_IN_PROGRESS') return !isTarget || shift.back !== 'cleaning-up';
	if (isTarget) return shift.place >= placeOf(shift, 'SCALE_UP');
	return shift.place < placeOf(shift, 'CLEAN_UP');
}

function placeOf({ steps }: ShiftState, stage: 'SCALE_UP' | 'CLEAN_UP'): number {
	return steps.findIndex((step) => step.stage === stage);
}
