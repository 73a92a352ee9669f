import type { ServiceEvent } from '../../model/service.ts';
import type { Evidence } from '../evidence.ts';
import { explainEvent } from '../explain-event.ts';
import type { Severity } from '../finding.ts';
import { missingTasks } from './missing-tasks.ts';
import { DEPLOYMENT_COMPLETED, newestEvent, STEADY } from '../service-events.ts';

/** That ECS finds no place for tasks, as it says itself. */
export type PlacementTrouble = {
	/** The catalogue's: `placement-port`, `fargate-capacity`. */
	readonly id: string;
	readonly severity: Severity;
	/** The newest that tells of it. */
	readonly event: ServiceEvent;
	/** When ECS first said so in this row, epoch ms. */
	readonly since: number;
};

/**
 * The newest placement failure that no steady state came after, while tasks are still missing. How long ago it was does not
 * matter: ECS leaves repeated events out for up to six hours (ECS developer guide, "Service event messages").
 */
export function placementTrouble(evidence: Evidence): PlacementTrouble | undefined {
	if (missingTasks(evidence) === 0) return undefined;
	const row = sinceSteady(evidence).flatMap((event) => {
		const { id, severity } = explainEvent(event);
		return isPlacement(id) ? [{ id, severity, event }] : [];
	});
	const [newest] = row;
	if (!newest) return undefined;
	const first = row.findLast(({ id }) => id === newest.id) ?? newest;
	return { ...newest, since: first.event.createdAt };
}

/** The events, newest first, since ECS last said that all is as it should be. */
export function sinceSteady({ service }: Evidence): readonly ServiceEvent[] {
	const steadyAt = Math.max(
		newestEvent(service, STEADY)?.createdAt ?? 0,
		newestEvent(service, DEPLOYMENT_COMPLETED)?.createdAt ?? 0,
	);
	return service.events.filter(({ createdAt }) => createdAt > steadyAt);
}

function isPlacement(id: string): boolean {
	return /^(placement|fargate)-/u.test(id) || id === 'provisioning-limit' || id === 'agent-start-timeout';
}
