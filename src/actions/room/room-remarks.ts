import type { Service } from '../../model/service.ts';
import type { Remark } from '../plan.ts';
import { instanceRemarks } from './instance-remarks.ts';
import { quotaRemarks } from './quota-remarks.ts';
import type { Room } from './read-room.ts';
import { subnetRemarks } from './subnet-remarks.ts';
import type { Wanted } from './wanted.ts';

/** Whether there is room for more tasks: addresses, instances, quota. */
export function roomRemarks(service: Service, room: Room | undefined, wanted: Wanted): readonly Remark[] {
	if (!room || wanted.more <= 0) return [];
	return [
		...subnetRemarks(service, room.subnets, wanted.more),
		...instanceRemarks(service, room.instances, wanted),
		...quotaRemarks(room.quotas, wanted),
	];
}
