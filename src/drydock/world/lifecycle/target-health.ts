import { behaviourNow } from '../behaviour-now.ts';
import { SECOND } from '../clock.ts';
import { enqueue } from '../event-queue.ts';
import type { TargetGroupState, TargetState } from '../load-balancing.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { phaseOf } from './phase-of.ts';
import { checkTarget, nextTurn } from './probe.ts';
import { taskChanged } from './task-changed.ts';

/** Which container of which task a target group checks. */
export type CheckedTarget = {
	readonly group: TargetGroupState;
	readonly target: TargetState;
	readonly task: TaskState;
	readonly containerName: string;
};

/** Checks the target every interval, until the outcome cannot change any more. */
export function startChecking(world: World, checked: CheckedTarget): void {
	planCheck(world, checked, world.clock.now + checked.group.healthCheck.intervalSeconds * SECOND);
}

/** Looks again at a target whose container's behaviour was changed under way. */
export function wakeChecking(world: World, checked: CheckedTarget): void {
	const { group, target, task } = checked;
	if (target.nextCheckAt !== undefined || target.state === 'draining') return;
	planCheck(world, checked, world.clock.now + group.healthCheck.intervalSeconds * phaseOf(task) * SECOND);
}

function planCheck(world: World, checked: CheckedTarget, due: number): void {
	const { target } = checked;
	const at = enqueue(world.queue, due, () => {
		if (target.nextCheckAt !== at) return;
		delete target.nextCheckAt;
		if (target.state !== 'draining') check(world, checked);
	});
	target.nextCheckAt = at;
}

function check(world: World, checked: CheckedTarget): void {
	const { group, target, task, containerName } = checked;
	const { now } = world.clock;
	const container = task.containers.find(({ name }) => name === containerName);
	if (container?.startedAt === undefined || container.lastStatus !== 'RUNNING') return;
	const seconds = (now - container.startedAt) / SECOND;
	const behaviour = behaviourNow(world, container.image);
	const failure = checkTarget(behaviour, group.healthCheck, { port: target.containerPort, seconds });
	const { healthyThresholdCount, unhealthyThresholdCount, intervalSeconds } = group.healthCheck;
	target.streak = failure ? Math.min(target.streak, 0) - 1 : Math.max(target.streak, 0) + 1;
	// A newly registered target is healthy after one passed check (ELB user guide, target group health checks).
	const passesNeeded = target.state === 'initial' ? 1 : healthyThresholdCount;
	const before = `${target.state} ${target.description ?? ''}`;
	if (!failure && target.streak >= passesNeeded) setState(target, 'healthy');
	if (failure && -target.streak >= unhealthyThresholdCount) setState(target, 'unhealthy', failure);
	const settled = target.state === (failure ? 'unhealthy' : 'healthy');
	const again = settled ? nextTurn(behaviour, seconds) : 0;
	if (again !== undefined) {
		planCheck(world, checked, Math.max(now + intervalSeconds * SECOND, container.startedAt + again * SECOND));
	}
	if (before !== `${target.state} ${target.description ?? ''}`) taskChanged(world, task);
}

function setState(
	target: TargetState,
	state: TargetState['state'],
	why?: { readonly reason: string; readonly description: string },
): void {
	target.state = state;
	target.reason = why?.reason;
	target.description = why?.description;
}
