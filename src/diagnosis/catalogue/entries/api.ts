import type { Block } from '../entry.ts';

/** Errors of API calls, ECS Exec among them. Wordings: public issues, see test/fixtures/messages.jsonl. */
export const API: Block = {
	kinds: ['api-error'],
	entries: [
		{
			id: 'exec-not-enabled',
			severity: 'high',
			match: [/^The execute command failed because execute command was not enabled/iu],
			short: 'ECS Exec is not on for the task',
			cause: 'The task was started without ECS Exec, or its agent in the container does not run (yet).',
			next: [
				'`deckwatch enable-exec <service>` turns it on, and starts the tasks anew: running ones cannot be changed. While that lasts, some tasks have it.',
				'Of a young task: wait a minute. Else see managedAgents of the container: `aws ecs describe-tasks`.',
				'A read-only root file system, or a task role without ssmmessages, keeps the agent from running.',
			],
		},
		{
			id: 'exec-target-not-connected',
			severity: 'high',
			match: [/^The execute command failed due to an internal error/iu],
			inContext: [/^TargetNotConnected/u],
			short: 'the agent of ECS Exec is not connected',
			cause: 'The agent in the container does not reach Systems Manager, or its role does not let it.',
			next: [
				'Wait a minute or two after the start of a task.',
				'The task role needs ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel.',
				'The subnet needs a way to ssmmessages: NAT, or its endpoint.',
				'AWS_ACCESS_KEY_ID in the environment of the container is taken instead of the task role.',
			],
		},
		{
			id: 'exec-service-unavailable',
			severity: 'warning',
			match: [/^Service Unavailable\. Please try again later/iu],
			when: ({ fields }) =>
				fields['error'] === 'ServerException' && (fields['operation'] ?? 'ExecuteCommand') === 'ExecuteCommand',
			short: 'ECS could not do it just now',
			cause: 'ECS had a fault of its own.',
			next: ['Try again in a minute.'],
		},
		{
			id: 'api-throttled',
			severity: 'warning',
			match: [
				/^(?:Throttling: )?Rate exceeded/iu,
				/^(?:ThrottlingException|TooManyRequestsException|RequestLimitExceeded)\b/u,
			],
			when: ({ text }) => /throttling|TooManyRequests|RequestLimitExceeded/iu.test(text),
			short: 'too many calls: AWS throttles the API',
			title: ({ operation }) => `AWS throttles ${operation ?? 'the API'}: too many calls`,
			cause: 'All callers of the account share the rate limits of the API in this region: tools, pipelines, consoles.',
			next: [
				'Wait, and try again less often.',
				'Look for what calls that often: CloudTrail, by user agent. `deckwatch --refresh <s>` makes the console ask less.',
			],
		},
	],
};
