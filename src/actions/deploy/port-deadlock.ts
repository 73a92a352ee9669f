import { portDeadlock } from '../../model/port-deadlock.ts';
import type { Service } from '../../model/service.ts';
import { taskNeeds } from '../../model/task-needs.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { warning } from '../remarks.ts';
import type { Room } from '../room/read-room.ts';

type Revisions = { readonly old: Readonly<Record<string, unknown>>; readonly next: Readonly<Record<string, unknown>> };

/** That the new revision would wait for the port of the old one for ever. */
export function portDeadlockRemarks(
	service: Service,
	room: Room | undefined,
	{ old, next }: Revisions,
): readonly Remark[] {
	const instances = room?.instances && seen(room.instances);
	const found = instances && portDeadlock(service, instances, { old: taskNeeds(old), next: taskNeeds(next) });
	if (!found) return [];
	const way = `until there is another instance, or minimumHealthyPercent is at most ${found.most}`;
	const text = `where an old task has port ${found.port} it keeps it (min ${found.min} %): nothing starts there ${way}`;
	return [warning(text)];
}
