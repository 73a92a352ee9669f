import type { Task } from '../../model/task.ts';
import type { Evidence } from '../evidence.ts';
import { waitingTasks } from './missing-tasks.ts';
import { type PlacementTrouble, placementTrouble } from './placement-trouble.ts';

/** What shows that tasks find no room on instances: ECS's own words, or tasks that wait. */
export type LackOfRoom = {
	readonly trouble: PlacementTrouble | undefined;
	/** Oldest first. */
	readonly waiting: readonly Task[];
	readonly since: number;
};

const NO_ROOM: ReadonlySet<string> = new Set([
	'placement-cpu',
	'placement-memory',
	'placement-port',
	'placement-generic',
	'placement-partial-launch',
]);

/** Undefined of a daemon, too: it wants room on the instances that are there, and more of them are no help. */
export function lackOfRoom(evidence: Evidence, now: number): LackOfRoom | undefined {
	if (evidence.service.schedulingStrategy === 'DAEMON') return undefined;
	const found = placementTrouble(evidence);
	const trouble = found && NO_ROOM.has(found.id) ? found : undefined;
	const waiting = waitingTasks(evidence, now) ?? [];
	const beginnings = [...(trouble ? [trouble.since] : []), ...waiting.map(({ createdAt = now }) => createdAt)];
	if (beginnings.length === 0) return undefined;
	return { trouble, waiting, since: Math.min(...beginnings) };
}
