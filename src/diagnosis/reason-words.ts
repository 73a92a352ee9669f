/**
 * AWS's wordings of why a task could not start or was stopped, and what to say instead, most specific first.
 * Wordings: Amazon ECS developer guide, "Stopped tasks error messages" and "CannotPullContainer task errors", and
 * the source of amazon-ecs-agent. AWS truncates long ones, so a rule needs no more than their beginning.
 */
const REASONS: readonly (readonly [pattern: RegExp, words: string])[] = [
	[
		/descriptor (for|matching) platform|no matching manifest|exec format error/iu,
		'its image is not built for this CPU',
	],
	[/toomanyrequests|pull rate limit|429 Too Many Requests/iu, "the registry's pull rate limit was reached"],
	[/failed to resolve ref \S*@sha256:.*not found/isu, 'the image behind its tag was deleted from the registry'],
	[/no space left on device/iu, 'no disk space left'],
	[/InsufficientFreeAddressesInSubnet/iu, 'no free address left in the subnet'],
	[/attempting to Create Network Interface.*in subnet/iu, 'no network interface could be created in the subnet'],
	[/Rate limit exceeded while .*Network Interface/iu, "EC2's rate limit for network interfaces was reached"],
	[/network interface provision/iu, 'its network interface took too long'],
	[/EphemeralStorage provisioning/iu, 'its ephemeral storage took too long'],
	[/EFS utils commands|mount\.nfs4/iu, 'its EFS volume could not be mounted'],
	[/log group does not exist/iu, 'its log group does not exist'],
	[/logger args.*AccessDenied|not authorized to perform: logs:/isu, 'its role may not write to its log group'],
	[/connection issue between the task and Amazon CloudWatch/iu, 'it cannot reach CloudWatch Logs'],
	[/failed to (validate logger args|initialize logging driver)/iu, 'its log driver could not be started'],
	[/Access to KMS is not allowed|kms:Decrypt/iu, 'its role may not decrypt a secret'],
	[
		/secretsmanager:GetSecretValue|ssm:GetParameters|Asm fetching secret.*AccessDenied/isu,
		'its role may not read a secret',
	],
	[
		/did not contain json key|looking for beginning of value/iu,
		'a secret does not have the JSON key that is asked for',
	],
	[/marked for deletion|can't find the specified secret/iu, 'a secret does not exist'],
	[
		/(registry auth|secret).*(connection issue|deadline exceeded|RequestCanceled|i\/o timeout)/isu,
		'it cannot reach its secrets or registry',
	],
	[/unable to pull secrets or registry auth/iu, 'its secrets or registry credentials could not be read'],
	[
		/CannotPull.*(Client\.Timeout|waiting for connection|i\/o timeout|dial tcp)/isu,
		'it cannot reach the image registry',
	],
	[
		/connection issue between the task and Amazon ECR|can't pull the image\. Check your network/iu,
		'it cannot reach the image registry',
	],
	[
		/403 Forbidden|pull access denied|insufficient_scope|no basic auth|permissions to pull images/iu,
		'it may not pull its image',
	],
	[
		/CannotPull.*(not found|manifest unknown)|can't pull the image\. Check whether the image exists/isu,
		'its image does not exist',
	],
	[/CannotPull\w*Error/iu, 'its image could not be pulled'],
	[/executable file not found/iu, 'its command was not found'],
	[/init was OOM-killed|memory limit too low/iu, 'its memory limit is too low to start'],
	[/port is already allocated|address already in use|Bind for .* failed/iu, 'its port is taken'],
	[/(ContainerRuntime|Docker)TimeoutError/iu, 'the container runtime took too long'],
	[/CannotStartContainerError/iu, 'its container could not be started'],
	[/CannotCreateContainerError/iu, 'its container could not be created'],
	[/Spot Task was interrupted/iu, 'Fargate Spot took its capacity back'],
	[/maintenance on the underlying infrastructure/iu, 'AWS retired its host for maintenance'],
	[/Host EC2 \(instance .*\) (stopped|terminated)/iu, 'its EC2 instance was stopped'],
	[/Container instance deregistration/iu, 'its container instance was deregistered'],
];

/** What AWS's wording means; undefined when it is none we know. */
export function reasonWords(reason: string): string | undefined {
	const normal = reason.replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, ' ');
	return REASONS.find(([pattern]) => pattern.test(normal))?.[1];
}
