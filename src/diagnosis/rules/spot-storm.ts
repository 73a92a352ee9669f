import { endedAt, type Task } from '../../model/task.ts';
import { shortTaskId } from '../../model/arn.ts';
import { aboutService } from '../about-service.ts';
import { counts } from '../counts.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding } from '../finding.ts';

const HOUR = 60 * MINUTE;

/** Of what stopped within the hour, so much; one interruption is the day's work. Our own numbers. */
const SHARE = 0.2;
const ENOUGH = 2;
const TOLD = 5;

/** x-spot-storm: Spot takes its capacity back again and again. */
export function spotStorm(evidence: Evidence, now: number): readonly Finding[] {
	const { service, tasks = [] } = evidence;
	const stopped = tasks.filter((task) => now - (endedAt(task) ?? 0) <= HOUR);
	const taken = stopped.filter(isInterrupted).toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0));
	if (taken.length < ENOUGH || taken.length < SHARE * stopped.length) return [];
	const strategy = service.capacityProviderStrategy
		.map(({ capacityProvider, weight, base }) => `${capacityProvider} weight ${weight} base ${base}`)
		.join(', ');
	const isShort = service.runningCount < service.desiredCount;
	const since = taken.flatMap((task) => endedAt(task) ?? []);
	return [
		aboutService(service, {
			id: 'x-spot-storm',
			severity: 'warning',
			confidence: 'high',
			sentence: `Spot took ${taken.length} tasks back within the hour${isShort ? `; ${counts(service)}` : ''}`,
			since: Math.min(...since),
			evidence: [
				...(strategy === ''
					? []
					: [{ text: `strategy: ${strategy}`, api: 'ecs:DescribeServices', place: { kind: 'service' } as const }]),
				...taken.slice(0, TOLD).map((task) => {
					const at = endedAt(task);
					return {
						text: `task ${shortTaskId(task.taskArn)} on ${task.capacityProviderName ?? 'Spot'} was interrupted`,
						api: 'ecs:DescribeTasks',
						...(at !== undefined && { at }),
						place: { kind: 'task', taskArn: task.taskArn } as const,
					};
				}),
			],
			ruledOut: ['Not the application: AWS took the capacity of these tasks back'],
			next: [{ text: 'Give the strategy a base on FARGATE, so that so many tasks never depend on Spot' }],
			explains: ['x-desired-gap'],
		}),
	];
}

/** TerminationNotice is what older interruptions carry (ECS developer guide, Fargate Spot termination notices). */
function isInterrupted({ stopCode, stoppedReason = '' }: Task): boolean {
	return stopCode === 'SpotInterruption' || /Spot Task was interrupted/iu.test(stoppedReason);
}
