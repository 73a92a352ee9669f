import type { Evidence } from './evidence.ts';
import { LOOP } from './failed-stops.ts';
import { presentDeaths } from './present-trouble.ts';

/** Whether tasks die, and it shows: what is merely risky in the configuration may be part of it then. */
export function isAiling(evidence: Evidence, now: number): boolean {
	const { runningCount, desiredCount } = evidence.service;
	const died = presentDeaths(evidence, now)?.recent ?? 0;
	const unhealthy = evidence.tasks?.some((task) => task.lastStatus === 'RUNNING' && task.healthStatus === 'UNHEALTHY');
	return died >= LOOP || (died > 0 && runningCount < desiredCount) || (unhealthy ?? false);
}
