import type { Block, Pattern } from '../entry.ts';
import { TASK_KINDS } from '../entry.ts';

/** How a failure of the log driver begins on Fargate, on EC2, and where the prefix is left out. */
const STARTING =
	/^(?:(?:ResourceInitializationError|CannotStartContainerError|CannotCreateContainerError|API error \(\d{3}\)):? (?:API error \(\d{3}\): )?(?:Error response from daemon: )?(?:failed to create task for container: )?failed to (?:validate logger args|initialize logging|create Cloudwatch log)|failed to (?:validate logger args|initialize logging driver|create Cloudwatch log (?:stream|group))|The task cannot find the Amazon CloudWatch log group|unable to get awslogs driver arguments)/iu;

const starting = (tail: RegExp): readonly Pattern[] => [[STARTING, tail]];

/** The log driver is started before the container. Wordings: stopped reasons as they are quoted in public, see test/fixtures/messages.jsonl. */
export const LOG_DRIVER: Block = {
	kinds: TASK_KINDS,
	entries: [
		{
			id: 'log-network',
			severity: 'high',
			match: [
				...starting(
					/connection issue between the task and Amazon CloudWatch|signal: killed|deadline exceeded|i\/o timeout|RequestCanceled/iu,
				),
				/^ResourceInitializationError: .*connection issue between the task and Amazon CloudWatch/iu,
			],
			inContext: [/^There is a connection issue between the task and Amazon CloudWatch/iu],
			short: 'it cannot reach CloudWatch Logs',
			title: 'The task cannot reach CloudWatch Logs',
			cause:
				'There is no way from the subnet to CloudWatch Logs. The text may say that the log group cannot be found: that was never looked at.',
			next: [
				'A private subnet needs NAT or the endpoint of logs; a public one needs assignPublicIp ENABLED.',
				'The security group of the task needs a way out on 443, that of the endpoint must let it in.',
			],
		},
		{
			id: 'log-group-missing',
			severity: 'high',
			match: starting(/specified log group does not exist/iu),
			inContext: [/^(?:ResourceNotFoundException: )?The specified log group does not exist/iu],
			short: 'its log group does not exist',
			title: 'The log group does not exist',
			cause: 'The group that `awslogs-group` names is not there in the region of `awslogs-region`.',
			next: [
				'Create it: `aws logs create-log-group --log-group-name <awslogs-group>`. The next task starts.',
				'Or set `awslogs-create-group` to true, and give the execution role logs:CreateLogGroup.',
			],
		},
		{
			id: 'log-access-denied',
			severity: 'high',
			match: starting(/AccessDenied|not authorized to perform: logs:/iu),
			inContext: [/not authorized to perform: logs:(?:Create|Put)/iu],
			short: 'its role may not write to its log group',
			title: ({ role, action }) =>
				`${role === undefined ? 'The execution role' : `The role ${role}`} has no ${action ?? 'permission to write its logs'}`,
			cause:
				'Before the container starts, its log stream is created with the execution role (on EC2 without one: the instance role).',
			next: ({ action, resource }) => [
				`Give it ${[...new Set([action ?? 'logs:CreateLogStream', 'logs:CreateLogStream', 'logs:PutLogEvents'])].join(', ')} on ${resource ?? 'the log group'}.`,
			],
		},
		{
			id: 'log-config-invalid',
			severity: 'high',
			match: [...starting(/unable to get awslogs driver arguments|\bis required\b|unknown log opt/iu)],
			inContext: [/^awslogs-\w+ is required/iu],
			short: 'an option of its log driver is missing or wrong',
			cause: 'The task definition leaves out an option that the log driver needs, or gives one it does not know.',
			next: [
				'awslogs needs awslogs-group and awslogs-region, on Fargate awslogs-stream-prefix, too: register a revision that has them.',
			],
		},
		{
			id: 'log-driver-init-failed',
			severity: 'high',
			match: [STARTING],
			short: 'its log driver could not be started',
			cause:
				'The container has nowhere to write its log to, so it is not started. The end of the text, which may be cut, tells why.',
			next: [
				'Check, in this order: does the log group exist, in that region? May the execution role write to it? Does the subnet reach CloudWatch Logs?',
			],
		},
	],
};
