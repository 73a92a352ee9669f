import type { Service } from '../../model/service.ts';
import { endedAt } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { outage, short, staysShort } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import { eventLine } from '../event-line.ts';
import { type Evidence, MINUTE, type Symptom } from '../evidence.ts';
import type { EvidenceLine, Finding, Severity } from '../finding.ts';
import { presentTrouble } from '../present-trouble.ts';
import { CANNOT_PLACE, newestEvent } from '../service-events.ts';

/** So long without an event is worth a word. Our own number. */
const SILENT = 5 * MINUTE;

/** Of so long ago it is told that nothing died. Our own number. */
const LATELY = 15 * MINUTE;

/** x-desired-gap: fewer run than should. What for, other rules tell: they explain it. */
export function desiredGap(evidence: Evidence, now: number): readonly Finding[] {
	const { service } = evidence;
	if (service.runningCount >= service.desiredCount) return [];
	const none = outage(evidence, now);
	const stays = none ?? staysShort(evidence, now);
	const found = stays ?? short(evidence, now);
	return found ? [toFinding(evidence, found, none ? 'critical' : stays ? 'high' : 'warning', now)] : [];
}

function toFinding(evidence: Evidence, { reason, ...beginning }: Symptom, severity: Severity, now: number): Finding {
	const { service } = evidence;
	const { desiredCount, runningCount, pendingCount } = service;
	const died = presentTrouble(evidence, now).ongoing?.tasks ?? [];
	return aboutService(service, {
		id: 'x-desired-gap',
		severity,
		confidence: 'high',
		symptom: true,
		sentence: reason,
		...beginning,
		evidence: [
			{
				text: `desired ${desiredCount}, running ${runningCount}, pending ${pendingCount}`,
				api: 'ecs:DescribeServices',
				place: { kind: 'service' },
			},
			...deathLines(evidence, died),
			...lastSaid(service, now),
		],
		ruledOut: noneStopped(evidence, now) ? ['No task is known to have failed in the last 15 min'] : [],
	});
}

/** One that Spot took back, or somebody stopped, is one that is missing: then this is not ruled out. */
function noneStopped({ tasks }: Evidence, now: number): boolean {
	return tasks !== undefined && !tasks.some((task) => now - (endedAt(task) ?? Number.NEGATIVE_INFINITY) <= LATELY);
}

/** What ECS said last of placing, and how long it has been silent: it leaves out what it has said before. */
function lastSaid(service: Service, now: number): readonly EvidenceLine[] {
	const api = 'ecs:DescribeServices';
	const placing = newestEvent(service, CANNOT_PLACE);
	const [last] = service.events;
	const silence = last === undefined ? 0 : now - last.createdAt;
	return [
		...(placing ? [eventLine(placing)] : []),
		...(last && silence >= SILENT
			? [
					{
						text: `no event for ${Math.floor(silence / MINUTE)} min: ECS backs off and leaves out repeated events, that is no recovery`,
						api,
						at: last.createdAt,
						place: { kind: 'event', id: last.id } as const,
					},
				]
			: []),
	];
}
