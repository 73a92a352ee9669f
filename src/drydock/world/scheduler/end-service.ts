import { after } from '../advance.ts';
import { SECOND } from '../clock.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { activeTasksOf, tasksOf } from './service-tasks.ts';
import { stopTasks } from './stop-tasks.ts';

/** Deletes a service: DRAINING until its last task has stopped, then INACTIVE (ECS API reference, DeleteService). */
export function endService(world: World, service: ServiceState): void {
	if (service.status !== 'ACTIVE') return;
	service.status = 'DRAINING';
	service.desiredCount = 0;
	const primary = service.deployments[0] ?? service.taskSets[0];
	const active = activeTasksOf(world, service);
	if (primary && active.length > 0) stopTasks(world, service, active, primary);
	closeWhenEmpty(world, service);
}

function closeWhenEmpty(world: World, service: ServiceState): void {
	const left = tasksOf(world, service).some(({ lastStatus }) => lastStatus !== 'STOPPED');
	if (left) after(world, 5 * SECOND, () => closeWhenEmpty(world, service));
	else service.status = 'INACTIVE';
}
