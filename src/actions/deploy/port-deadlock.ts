import { roomOn } from '../../model/instance-room.ts';
import type { Service } from '../../model/service.ts';
import { taskNeeds, type TaskNeeds } from '../../model/task-needs.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { warning } from '../remarks.ts';
import type { Room } from '../room/read-room.ts';
import { instancesFor } from '../room/instance-remarks.ts';
import { rollingBounds } from './tasks-beside.ts';

type Revisions = { readonly old: Readonly<Record<string, unknown>>; readonly next: Readonly<Record<string, unknown>> };

/**
 * A new task that wants the port of the old one finds no place beside it, and where no old one may stop first it never
 * will: ECS goes on trying.
 */
export function portDeadlock(service: Service, room: Room | undefined, { old, next }: Revisions): readonly Remark[] {
	const instances = room?.instances && seen(room.instances);
	const bounds = rollingBounds(service);
	const { desiredCount } = service;
	if (!instances || !bounds || desiredCount === 0 || bounds.lower < desiredCount) return [];
	const needs = taskNeeds(next);
	const kept = portsOf(taskNeeds(old));
	const [port] = portsOf(needs).filter((one) => kept.includes(one));
	const found = roomOn(instancesFor(service, instances), needs);
	if (port === undefined || found.tasks > 0 || !found.lacking.some((what) => what.startsWith('port '))) return [];
	const most = Math.floor(((desiredCount - 1) * 100) / desiredCount);
	const way = `until there is another instance, or minimumHealthyPercent is at most ${most}`;
	const text = `where an old task has port ${port} it keeps it (min ${bounds.min} %): nothing starts there ${way}`;
	return [warning(text)];
}

function portsOf({ hostPorts, hostUdpPorts }: TaskNeeds): readonly string[] {
	return [...hostPorts, ...hostUdpPorts.map((port) => `${port}/udp`)];
}
