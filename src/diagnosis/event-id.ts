/**
 * What the catalogue calls the events that ECS writes about placement. Wordings: Amazon ECS developer guide, "Service event
 * messages" and "API failure reasons"; most specific first.
 */
const EVENTS: readonly (readonly [pattern: RegExp, id: string])[] = [
	[/No Container Instances were found|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES/iu, 'placement-no-instances'],
	[/insufficient CPU units available|RESOURCE:CPU/iu, 'placement-cpu'],
	[/insufficient memory available|RESOURCE:MEMORY/iu, 'placement-memory'],
	[/already using a port required by your task|RESOURCE:PORTS/iu, 'placement-port'],
	[/MemberOf placement constraint unsatisfied/iu, 'placement-constraint'],
	[/missing an attribute required by your task|: ATTRIBUTE\b/iu, 'placement-attribute'],
	[/encountered error "?AGENT|: AGENT\b/iu, 'placement-agent'],
	[/RESOURCE:ENI|unused device index/iu, 'placement-eni'],
	[/RESOURCE:GPU/iu, 'placement-gpu'],
	[/tasks provisioning capacity limit was exceeded/iu, 'provisioning-limit'],
	[/Timed out waiting for Amazon ECS Agent to start/iu, 'agent-start-timeout'],
	[/Capacity is unavailable at this time|RESOURCE:FARGATE/iu, 'fargate-capacity'],
	[/reached the limit on the number of (tasks|vCPUs) you can run|configuration is above your limit/iu, 'fargate-quota'],
	[/unable to place a task\. Reason: Internal error/iu, 'fargate-az-unsupported'],
	[/could not launch \S+ tasks for deployment/iu, 'placement-partial-launch'],
	[/no container instance met all of its requirements/iu, 'placement-generic'],
	[/operations are being throttled/iu, 'service-throttled'],
	[
		/unable to stop or start tasks during a deployment because of the service deployment configuration/iu,
		'deploy-config-stuck',
	],
	[/unable to scale in.*protect/iu, 'scale-in-protected'],
	[/IAM (permissions policies have|trust relationship has) been misconfigured/iu, 'iam-misconfigured'],
	[
		/InsufficientFreeAddressesInSubnet|Unexpected EC2 error while attempting to Create Network Interface/iu,
		'subnet-ip-exhausted',
	],
	[/network interface provision/iu, 'eni-provision-timeout'],
	[/(ContainerRuntime|Docker)TimeoutError/iu, 'container-runtime-timeout'],
];

/** `placement-port`; undefined for a text that is about something else. */
export function eventId(message: string): string | undefined {
	const normal = message.replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"').replaceAll(/\s+/gu, ' ');
	return EVENTS.find(([pattern]) => pattern.test(normal))?.[1];
}
