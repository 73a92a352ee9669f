import { eventId } from '../event-id.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding, NextStep, Severity } from '../finding.ts';
import { missingTasks } from '../missing-tasks.ts';
import { sinceSteady } from '../placement-trouble.ts';
import { STARTED } from '../service-events.ts';
import { whereOptions } from '../update-command.ts';

type Said = {
	readonly severity: Severity;
	readonly sentence: (evidence: Evidence, message: string) => string;
	readonly next: (evidence: Evidence) => readonly NextStep[];
	/** Whether it may still be so. */
	readonly holds: (evidence: Evidence) => boolean;
	/** Whether tasks that ECS started later show that it is over. */
	readonly endsWithStart?: true;
};

const always = (): boolean => true;

/** Events that say by themselves what is wrong, with how long they hold. */
const SAID: Readonly<Record<string, Said>> = {
	'iam-misconfigured': {
		severity: 'critical',
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
		severity: 'warning',
		sentence: () => 'ECS is throttled by the limits of AWS APIs and works on it more slowly',
		next: () => [{ text: 'Wait: ECS tries again. Look for a client that calls the same APIs too often' }],
		holds: (evidence) => missingTasks(evidence) > 0,
		endsWithStart: true,
	},
	'deploy-config-stuck': {
		severity: 'high',
		sentence: ({ service: { deploymentConfiguration: how } }) =>
			`ECS may neither stop nor start a task of the deployment${how ? ` (min ${how.minimumHealthyPercent} %, max ${how.maximumPercent} %)` : ''}`,
		next: () => [{ text: 'Raise maximumPercent, or lower minimumHealthyPercent' }],
		holds: (evidence) => missingTasks(evidence) > 0 || evidence.service.deployments.length > 1,
		endsWithStart: true,
	},
	'scale-in-protected': {
		severity: 'warning',
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
};

/** What ECS says itself of a service, until a steady state comes after it. */
export function saidByEcs(evidence: Evidence): readonly Finding[] {
	const events = sinceSteady(evidence);
	return Object.entries(SAID).flatMap(([id, said]): readonly Finding[] => {
		const row = events.filter((event) => eventId(event) === id);
		const [newest] = row;
		const first = row.at(-1);
		if (!newest || !first || !said.holds(evidence)) return [];
		const started = events.some(({ createdAt, message }) => createdAt > newest.createdAt && STARTED.test(message));
		if (said.endsWithStart && started) return [];
		return [
			{
				id,
				severity: said.severity,
				confidence: 'high',
				sentence: said.sentence(evidence, newest.message),
				serviceArns: [evidence.service.serviceArn],
				since: first.createdAt,
				evidence: [eventLine(newest)],
				ruledOut: [],
				next: said.next(evidence),
				explains: ['x-desired-gap'],
			},
		];
	});
}
