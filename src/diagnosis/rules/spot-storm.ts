import { shortTaskId } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { counts } from '../counts.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding, NextStep } from '../finding.ts';
import { whereOptions } from '../update-command.ts';

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
			next: baseSteps(service),
			explains: ['fargate-capacity', 'x-start-loop', 'x-desired-gap'],
		}),
	];
}

/** So much of the service should run whatever Spot does. Our own number. */
const SAFE = 0.5;

/** To have more of it on FARGATE; where that is so already, Spot does what it is paid for. */
function baseSteps(service: Service): readonly NextStep[] {
	const { capacityProviderStrategy: strategy, desiredCount, serviceName } = service;
	const wanted = Math.ceil(SAFE * desiredCount);
	const steady = strategy.find(({ capacityProvider }) => capacityProvider === 'FARGATE');
	const hasSpot = strategy.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT');
	if (!hasSpot || (steady?.base ?? 0) >= wanted) return [{ text: 'Wait: ECS goes on asking for what Spot took' }];
	const others = strategy.filter((one) => one !== steady);
	const items = [{ capacityProvider: 'FARGATE', weight: 0, ...steady, base: wanted }, ...others.map(withoutBase)];
	const words = items.map((one) => `capacityProvider=${one.capacityProvider},weight=${one.weight},base=${one.base}`);
	return [
		{
			text: `Give the strategy a base of ${wanted} on FARGATE: ${wanted} of ${desiredCount} run whatever Spot does. That starts a deployment`,
			command: `aws ecs update-service ${whereOptions(service)} --service ${serviceName} --force-new-deployment --capacity-provider-strategy ${words.join(' ')}`,
		},
	];
}

/** Only one provider of a strategy may have a base (ECS API reference, CapacityProviderStrategyItem). */
function withoutBase<T extends Service['capacityProviderStrategy'][number]>(item: T): T {
	return { ...item, base: 0 };
}

/** TerminationNotice is what older interruptions carry (ECS developer guide, Fargate Spot termination notices). */
function isInterrupted({ stopCode, stoppedReason = '' }: Task): boolean {
	return stopCode === 'SpotInterruption' || /Spot Task was interrupted/iu.test(stoppedReason);
}
