import { rolloutOf } from '../world/scheduler/rollout-of.ts';
import type { ServiceState } from '../world/service.ts';
import type { TaskState } from '../world/task.ts';

/** Which part of the service's requests each of its running tasks gets, 0 to 1: the same, unless traffic is being shifted. */
export function trafficShares(service: ServiceState, tasks: readonly TaskState[]): (task: TaskState) => number {
	const [primary] = service.deployments;
	const rollout = primary && rolloutOf(service, primary);
	const { shift, deploymentId } = rollout ?? {};
	const same = 1 / tasks.length;
	if (shift?.sourceId === undefined) return () => same;
	const share = (id: string | undefined, percent: number): number =>
		percent / 100 / Math.max(1, tasks.filter(({ startedBy }) => startedBy === id).length);
	const target = share(deploymentId, shift.production);
	const source = share(shift.sourceId, 100 - shift.production);
	return ({ startedBy }) => (startedBy === deploymentId ? target : startedBy === shift.sourceId ? source : 0);
}
