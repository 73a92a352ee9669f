import { instancesFor } from '../../model/capacity.ts';
import { duration } from '../../model/duration.ts';
import { takesTasks } from '../../model/instance-room.ts';
import { aboutService } from '../about-service.ts';
import { eventLine } from '../event-line.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Confidence, Finding } from '../finding.ts';
import { disconnected, missingAttributes, placementWords } from '../capacity/placement-words.ts';
import { placementSteps } from '../capacity/placement-steps.ts';
import { placementTrouble } from '../capacity/placement-trouble.ts';

/** ECS waits up to a quarter of an hour between tries (ECS developer guide, service throttle logic): older silence is worth a word. */
const SILENCE = 15 * MINUTE;

/** ECS says itself that it finds no place for tasks, and nothing has mended it since. */
export function cannotPlace(evidence: Evidence, now: number): readonly Finding[] {
	const trouble = placementTrouble(evidence);
	if (!trouble) return [];
	const { id, severity, event, since } = trouble;
	const silent = now - event.createdAt;
	return [
		aboutService(evidence.service, {
			id,
			severity,
			confidence: confidenceIn(id, evidence),
			sentence: placementWords(id, evidence),
			since,
			evidence: [eventLine(event)],
			ruledOut:
				silent >= SILENCE
					? [
							`Not over, though ECS has said nothing of it for ${duration(silent)}: it leaves repeats out for up to 6 h, and no steady state came since`,
						]
					: [],
			next: placementSteps(id, evidence),
			explains: ['x-desired-gap', 'x-start-loop'],
		}),
	];
}

/** High where what else was read fits the words. */
function confidenceIn(id: string, evidence: Evidence): Confidence {
	const { service, instances } = evidence;
	const fits: Readonly<Record<string, () => boolean>> = {
		'placement-no-instances': () => instances !== undefined && !instancesFor(service, instances).some(takesTasks),
		'placement-attribute': () => missingAttributes(evidence).length > 0,
		'placement-agent': () => disconnected(evidence).length > 0,
	};
	return fits[id]?.() ? 'high' : 'medium';
}
