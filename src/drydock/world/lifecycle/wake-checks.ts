import type { ContainerState } from '../container.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { wakeProbing } from './container-health.ts';
import { wakeChecking } from './target-health.ts';
import { targetsOf } from './targets-of.ts';

/** Has the checks of a container look again, its own and those of load balancers: it behaves differently now. */
export function wakeChecks(world: World, task: TaskState, container: ContainerState): void {
	wakeProbing(world, task, container);
	for (const { group, target, loadBalancer } of targetsOf(world, task)) {
		if (!target || loadBalancer.containerName !== container.name) continue;
		wakeChecking(world, { group, target, task, containerName: container.name });
	}
}
