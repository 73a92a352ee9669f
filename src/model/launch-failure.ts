/** Why ECS started no task, and what can be done about it. */
type LaunchFailure = { readonly words: string; readonly next: string };

const ROOM = 'Add an instance, stop something, or ask for less CPU and memory.';
const INSTANCES = '`aws ecs describe-container-instances` shows them.';

/**
 * The reasons of RunTask's failures (ECS developer guide, "API failure reasons" and "Service event messages"), most specific
 * first. Those of Fargate come as sentences.
 */
const REASONS: readonly (readonly [pattern: RegExp, words: string, next: string])[] = [
	[/RESOURCE:CPU|insufficient CPU/iu, 'no container instance has enough free CPU', ROOM],
	[/RESOURCE:MEMORY|insufficient memory/iu, 'no container instance has enough free memory', ROOM],
	[/RESOURCE:PORTS/iu, 'its host port is taken on every container instance', 'Add an instance, or use awsvpc.'],
	[/RESOURCE:ENI/iu, 'no container instance has room for another network interface', 'Add an instance.'],
	[/RESOURCE:GPU/iu, 'no container instance has a free GPU', 'Add an instance with one, or stop what uses it.'],
	[
		/RESOURCE:FARGATE|Capacity is unavailable/iu,
		'Fargate has no capacity in these zones just now',
		'Try again in a while, or with another size.',
	],
	[
		/limit on the number of (tasks|vCPUs)|is above your limit/iu,
		"the account's Fargate quota is used up",
		'Stop something, or have the quota raised in Service Quotas.',
	],
	[
		/No Container Instances|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES/iu,
		'there is no container instance to run it on',
		'Add an instance.',
	],
	[/^AGENT\b/u, 'the agent of the container instance is not connected', `Restart the agent; ${INSTANCES}`],
	[/placement constraint/iu, 'no container instance meets the placement constraints', INSTANCES],
	[/^ATTRIBUTE\b/u, 'no container instance has what the task definition requires', INSTANCES],
	[/^LOCATION\b/u, 'the container instance is in another zone than the subnets', INSTANCES],
	[/^INACTIVE\b/u, 'the container instance was deregistered', INSTANCES],
];

/** What a reason of RunTask means; undefined for one that is not known. */
export function launchFailure(reason: string): LaunchFailure | undefined {
	const found = REASONS.find(([pattern]) => pattern.test(reason));
	return found && { words: found[1], next: found[2] };
}
