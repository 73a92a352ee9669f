import type { Service, ServiceEvent } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import { eventLine } from '../event-line.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import { explainEvent } from '../explain-event.ts';
import type { Finding, NextStep } from '../finding.ts';
import { missingTasks } from '../capacity/missing-tasks.ts';
import { sinceSteady } from '../capacity/placement-trouble.ts';
import { STARTED } from '../service-events.ts';
import { whereOptions } from '../update-command.ts';

type Said = {
	readonly sentence: (evidence: Evidence, message: string) => string;
	readonly next: (evidence: Evidence) => readonly NextStep[];
	/** Whether it may still be so; `ago`: how long ago ECS said it last, ms. */
	readonly holds: (evidence: Evidence, ago: number) => boolean;
	/** Whether tasks that ECS started later show that it is over. */
	readonly endsWithStart?: true;
};

const always = (): boolean => true;

/** What is still so ECS says again within six hours (ECS developer guide, "Service event messages"). */
const repeated = (_: Evidence, ago: number): boolean => ago <= 6 * 60 * MINUTE;

/** Events that say by themselves what is wrong, with how long they hold. */
const SAID: Readonly<Record<string, Said>> = {
	'iam-misconfigured': {
		sentence: (_, message) =>
			`ECS may no longer look after it: its ${/trust relationship/iu.test(message) ? 'IAM trust relationship' : 'IAM permissions'} are not what they should be`,
		next: ({ service }) => [
			{
				text: "See which roles it has, and restore ECS's service-linked role",
				command: `aws ecs describe-services ${whereOptions(service)} --services ${service.serviceName} --query 'services[0].roleArn'`,
			},
		],
		holds: always,
		endsWithStart: true,
	},
	'service-throttled': {
		sentence: () => 'ECS is throttled by the limits of AWS APIs and works on it more slowly',
		next: () => [{ text: 'Wait: ECS tries again. Look for a client that calls the same APIs too often' }],
		holds: (evidence) => missingTasks(evidence) > 0,
		endsWithStart: true,
	},
	'deploy-config-stuck': {
		sentence: ({ service: { deploymentConfiguration: how } }) =>
			`ECS may neither stop nor start a task of the deployment${how ? ` (min ${how.minimumHealthyPercent} %, max ${how.maximumPercent} %)` : ''}`,
		next: () => [{ text: 'Raise maximumPercent, or lower minimumHealthyPercent' }],
		holds: (evidence) => missingTasks(evidence) > 0 || evidence.service.deployments.length > 1,
		endsWithStart: true,
	},
	'scale-in-protected': {
		sentence: ({ service: { runningCount, desiredCount } }, message) => {
			const count = /(?<count>\d+) tasks? under protection/iu.exec(message)?.groups?.['count'];
			const which = count === undefined ? 'protected tasks' : `${count} protected ${count === '1' ? 'task' : 'tasks'}`;
			return `scale-in waits for ${which}: ${runningCount} running, ${desiredCount} wanted`;
		},
		next: ({ service }) => [
			{
				text: 'Wait until their work is done, or take the protection off',
				command: `aws ecs get-task-protection ${whereOptions(service)} --tasks $(aws ecs list-tasks ${whereOptions(service)} --service-name ${service.serviceName} --query 'taskArns[]' --output text)`,
			},
		],
		holds: ({ service: { runningCount, desiredCount, deployments } }) =>
			runningCount > desiredCount || deployments.length > 1,
	},
	'target-group-missing': {
		sentence: ({ service }) => `${groupOf(service)} is not there any more: no task of it can be started`,
		next: () => [{ text: 'Create the target group, and point the service at it: that starts a deployment' }],
		holds: repeated,
	},
	'target-missing': {
		sentence: ({ service }) => `a target of ${groupOf(service)} is not there any more`,
		next: () => [{ text: 'See what else takes targets out of that group: ECS alone should' }],
		holds: repeated,
	},
};

function groupOf({ loadBalancers }: Service): string {
	const names = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn?.split('/').at(-2) ?? []);
	return names.length === 1 ? `the target group ${names[0]}` : 'a target group';
}

/** What ECS says itself of a service, until a steady state comes after it. */
export function saidByEcs(evidence: Evidence, now: number): readonly Finding[] {
	const events = sinceSteady(evidence);
	return Object.entries(SAID).flatMap(([id, said]): readonly Finding[] => {
		const row = events.filter((event) => explainEvent(event).id === id);
		const [newest] = row;
		const first = row.at(-1);
		if (!newest || !first || !said.holds(evidence, now - newest.createdAt)) return [];
		if (said.endsWithStart && wasStartedAfter(newest, events)) return [];
		return [
			aboutService(evidence.service, {
				id,
				severity: explainEvent(newest).severity,
				confidence: 'high',
				sentence: said.sentence(evidence, newest.message),
				since: first.createdAt,
				evidence: [eventLine(newest)],
				next: said.next(evidence),
				explains: ['x-desired-gap'],
			}),
		];
	});
}

function wasStartedAfter({ createdAt: at }: ServiceEvent, events: readonly ServiceEvent[]): boolean {
	return events.some(({ createdAt, message }) => createdAt > at && STARTED.test(message));
}
