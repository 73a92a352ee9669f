import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';

/** The service a task belongs to; undefined for a task of RunTask. */
export function serviceOf(world: World, { serviceArn }: Pick<TaskState, 'serviceArn'>): ServiceState | undefined {
	return serviceArn === undefined ? undefined : world.services.get(serviceArn);
}
