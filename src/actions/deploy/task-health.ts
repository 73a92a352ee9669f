import type { TargetHealth } from '../../model/load-balancing.ts';
import type { Task } from '../../model/task.ts';
import type { RolloutSight } from './rollout-sight.ts';

/** What the checks of containers and load balancers say of tasks. */
export type TaskHealth = {
	/** Undefined where nobody checks them, or it may not be seen. */
	readonly healthy?: number;
	readonly draining?: number;
};

/**
 * Counts those that pass every check they have.
 * @param hasCheck whether a container without which they end has a health check
 */
export function taskHealth(
	mine: readonly Task[],
	{ targets }: Pick<RolloutSight, 'targets'>,
	hasCheck: boolean,
): TaskHealth {
	const byAddress = Map.groupBy(targets ?? [], ({ id }) => id);
	// Instances are targets by their own id, of which a task does not know.
	const isByAddress = mine.some((task) => targetsOf(task, byAddress).length > 0) || targets?.length === 0;
	if (!hasCheck && !isByAddress) return {};
	const running = mine.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const passes = (task: Task) =>
		(!hasCheck || task.healthStatus === 'HEALTHY') &&
		task.healthStatus !== 'UNHEALTHY' &&
		(!isByAddress || isServing(targetsOf(task, byAddress)));
	const draining = mine.filter((task) => targetsOf(task, byAddress).some(({ state }) => state.endsWith('draining')));
	return {
		healthy: running.filter(passes).length,
		...(draining.length > 0 ? { draining: draining.length } : {}),
	};
}

function targetsOf(
	{ privateIpv4Address = '' }: Task,
	byAddress: ReadonlyMap<string, readonly TargetHealth[]>,
): readonly TargetHealth[] {
	return byAddress.get(privateIpv4Address) ?? [];
}

/** A target group that no listener uses yet checks nothing: it says `unused`. */
function isServing(targets: readonly TargetHealth[]): boolean {
	const used = targets.filter(({ state }) => state !== 'unused');
	return targets.length > 0 && used.every(({ state }) => state === 'healthy');
}
