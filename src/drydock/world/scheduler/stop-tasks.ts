import { stopTask } from '../lifecycle/stop-task.ts';
import type { DeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { listed, say } from './say.ts';

/** Stops tasks for the scheduler and says so as ECS does: pending ones are only counted, running ones are named. */
export function stopTasks(
	world: World,
	service: ServiceState,
	tasks: readonly TaskState[],
	by: Pick<DeploymentState, 'id'>,
): void {
	const isUp = ({ lastStatus }: TaskState): boolean => lastStatus === 'RUNNING' || lastStatus === 'ACTIVATING';
	const running = tasks.filter(isUp);
	const pending = tasks.length - running.length;
	for (const task of tasks) {
		stopTask(world, task, {
			stopCode: 'ServiceSchedulerInitiated',
			stoppedReason: task.condemned?.stoppedReason ?? `Scaling activity initiated by (deployment ${by.id})`,
		});
	}
	if (pending > 0) say(world, service, `stopped ${pending} pending tasks.`);
	if (running.length > 0) say(world, service, `has stopped ${running.length} running tasks: ${listed(running)}.`);
}
