import type { ServiceDeploymentState } from '../deployment.ts';
import type { LifecycleStage, ShiftState } from '../shift.ts';

/** A service deployment that shifts traffic. */
export type ShiftingRollout = ServiceDeploymentState & { readonly shift: ShiftState };

/** Whether traffic is being shifted, there or back. */
export function isShifting(rollout: ServiceDeploymentState | undefined): rollout is ShiftingRollout {
	return rollout?.shift !== undefined && isUnderWay(rollout);
}

/** Not at its end yet (ECS API reference, ServiceDeploymentStatus). */
export function isUnderWay({ status }: ServiceDeploymentState): boolean {
	return ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(status);
}

/** The stage it is at: of one that goes back, what it still has to do; none before it begins. */
export function stageOf({ status, shift }: ServiceDeploymentState): LifecycleStage | undefined {
	if (status === 'PENDING') return undefined;
	// No stage of its own tells of a rollback (aws-cdk issue 36764); its two halves look like these.
	if (shift?.back) return shift.back === 'cleaning-up' ? 'CLEAN_UP' : 'PRODUCTION_TRAFFIC_SHIFT';
	return shift?.steps[shift.place]?.stage;
}
