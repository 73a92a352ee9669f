import type { ContainerInstance } from '../../model/container-instance.ts';
import { roomOn, takesTasks } from '../../model/instance-room.ts';
import type { Service } from '../../model/service.ts';
import { type Look } from '../look.ts';
import type { Remark } from '../plan.ts';
import { cannotFit, instancesFor } from '../../model/capacity.ts';
import { counted } from '../../model/counted.ts';
import type { Wanted } from './wanted.ts';
import { good, unknown, unseenRemarks } from '../remarks.ts';

/** How many of the tasks that are wanted fit on the instances as they are now. */
export function instanceRemarks(
	service: Service,
	look: Look<readonly ContainerInstance[]> | undefined,
	{ more, needs, mayStopFirst = false }: Wanted,
): readonly Remark[] {
	if (!look) return [];
	if (!('value' in look)) return unseenRemarks('room on the instances', look);
	// Why the size is not known is said where it was looked for.
	if (!needs) return [];
	const unjudged = cannotFit(service, needs);
	if (unjudged) return [unknown(`room on the instances: ${unjudged}, which is not judged here`)];
	const ours = instancesFor(service, look.value);
	const room = roomOn(ours, needs);
	const interfaces: readonly Remark[] =
		needs.networkMode === 'awsvpc' && room.tasks > 0
			? [unknown('whether the instances have network interfaces left: ECS does not tell')]
			: [];
	if (room.tasks >= more) {
		const text = `room for ${counted(room.tasks, 'more task')} on ${counted(room.instances, 'instance')}`;
		return [good(text), ...interfaces];
	}
	const short =
		room.tasks > 0
			? `room for ${room.tasks} of ${more} more tasks on ${counted(room.instances, 'instance')}`
			: ours.some(takesTasks)
				? `no instance has ${room.lacking.join(' and ')}`
				: 'no instance that takes tasks is registered';
	const waiting = mayStopFirst
		? 'old tasks are stopped first'
		: `${counted(more - room.tasks, 'task')} will wait for ${room.tasks > 0 ? 'another' : 'one'}`;
	return [{ level: mayStopFirst ? 'info' : 'warning', text: `${short}: ${waiting}` }, ...interfaces];
}
