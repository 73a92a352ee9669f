import { familyRevision } from '../../model/arn.ts';
import { type Bounds, cannotRoll, percentToStartOne, percentToStopOne } from '../../model/rolling-bounds.ts';
import { type Deployment, primaryDeployment, type Service } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import { explainEvent } from '../explain-event.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding, NextStep } from '../finding.ts';
import { sinceSteady } from '../capacity/placement-trouble.ts';
import { boundsCommand } from '../update-command.ts';

/**
 * By its percentages ECS may neither stop a task nor start one: the deployment stands, before ECS says so and after. At
 * rest it is only the next deployment that will.
 */
export function deployMathStuck(evidence: Evidence): readonly Finding[] {
	const { service } = evidence;
	const bounds = cannotRoll(service);
	if (!bounds) return [];
	const primary = primaryDeployment(service);
	const { desiredCount, runningCount, pendingCount } = service;
	const rolls = primary?.rolloutState === 'IN_PROGRESS' && primary.runningCount < primary.desiredCount;
	// While fewer run than may, it goes on.
	const isStuck = rolls && runningCount + pendingCount >= bounds.upper && runningCount <= bounds.lower;
	if (rolls && !isStuck) return [];
	const [event] = sinceSteady(evidence).filter((event) => explainEvent(event).id === 'deploy-config-stuck');
	const which = `of ${desiredCount} ${desiredCount === 1 ? 'task' : 'tasks'} ${bounds.lower} must stay (min ${bounds.min} %) and ${bounds.upper} may run (max ${bounds.max} %)`;
	return [
		aboutService(service, {
			id: 'x-deploy-math-stuck',
			severity: isStuck ? 'high' : 'info',
			confidence: event || !isStuck ? 'high' : 'medium',
			sentence: isStuck
				? `${familyRevision(primary.taskDefinition)} can never roll out: ${which}`
				: `no deployment can ever roll: ${which}`,
			...(isStuck && primary.createdAt !== undefined && { since: primary.createdAt }),
			evidence: [
				...(event ? [eventLine(event)] : []),
				arithmetic(bounds, desiredCount),
				...(isStuck ? [rolloutLine(primary)] : []),
			],
			ruledOut: isStuck && !event ? ['ECS has not said so yet; by its own arithmetic it will'] : [],
			next: ways(service, bounds),
			explains: ['deploy-config-stuck', 'x-desired-gap'],
		}),
	];
}

function arithmetic({ lower, upper, min, max }: Bounds, desired: number): Finding['evidence'][number] {
	return {
		text: `${desired} × ${min} % rounded up is ${lower} to stay, ${desired} × ${max} % rounded down is ${upper} at most`,
		api: 'ecs:DescribeServices',
		place: { kind: 'deployments' },
	};
}

function rolloutLine({
	taskDefinition,
	runningCount,
	desiredCount,
	createdAt,
}: Deployment): Finding['evidence'][number] {
	return {
		text: `${familyRevision(taskDefinition)}: ${runningCount} of ${desiredCount} running`,
		api: 'ecs:DescribeServices',
		...(createdAt !== undefined && { at: createdAt }),
		place: { kind: 'deployments' },
	};
}

function ways(service: Service, { min, max }: Bounds): readonly NextStep[] {
	const { desiredCount } = service;
	const up = Math.max(200, percentToStartOne(desiredCount));
	const down = percentToStopOne(desiredCount);
	const dip = desiredCount === 1 ? 'nothing serves until the new task is up' : 'one task fewer serves meanwhile';
	return [
		{ text: `Raise maximumPercent ${max} → ${up}: new tasks start first`, command: boundsCommand(service, min, up) },
		{
			text: `Or lower minimumHealthyPercent ${min} → ${down}: ${dip}`,
			command: boundsCommand(service, down, max),
		},
	];
}
