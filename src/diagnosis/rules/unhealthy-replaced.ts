import { aboutService } from '../about-service.ts';
import { eventLine } from '../event-line.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import { LOOP } from '../failed-stops.ts';
import type { Finding } from '../finding.ts';
import { findLoop } from '../loop.ts';
import { FAILED_CHECK } from '../service-events.ts';

const LATELY = 15 * MINUTE;

/** service-tasks-replaced-unhealthy: the events alone tell that ECS keeps replacing tasks, where those were not read. */
export function unhealthyReplaced(evidence: Evidence, now: number): readonly Finding[] {
	const { service } = evidence;
	const told = service.events.filter(
		({ createdAt, message }) => now - createdAt <= LATELY && FAILED_CHECK.test(message),
	);
	if (told.length < LOOP || findLoop(evidence, now)) return [];
	return [
		aboutService(service, {
			id: 'service-tasks-replaced-unhealthy',
			severity: 'high',
			confidence: 'medium',
			symptom: true,
			sentence: `ECS replaced unhealthy tasks ${told.length} times in 15 min`,
			evidence: told.slice(0, LOOP).map(eventLine),
			next: [{ text: 'See which check fails, and what with', command: `deckwatch health ${service.serviceName}` }],
			explains: ['x-desired-gap'],
		}),
	];
}
