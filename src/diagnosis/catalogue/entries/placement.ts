import { type Block, TASK_KINDS } from '../entry.ts';

const INSTANCE = ({ containerInstance }: { readonly containerInstance?: string }) =>
	containerInstance === undefined ? '' : ` The closest match was container instance ${containerInstance}.`;

/** A reason of one word, alone or where an event quotes it: `encountered error "AGENT"`. */
const reason = (word: string) =>
	new RegExp(`^(?:(?:The closest matching .*)?encountered error "?${word}\\b|${word}\\.?$)`, 'u');
const resource = (name: string) =>
	new RegExp(`^(?:(?:The closest matching .*)?encountered error "?)?RESOURCE:${name}\\b`, 'u');

const ROOM = 'Add an instance, stop something that can wait, or give the task less.';
const REMAINING =
	'Compare what the task asks for with `remainingResources` of the instances: `aws ecs describe-container-instances`.';

/**
 * Why no instance takes a task. Wordings: Amazon ECS developer guide, "Service event messages" and "API failure reasons".
 * A reason of one word counts only where AWS is the author.
 */
export const PLACEMENT: Block = {
	kinds: [...TASK_KINDS, 'api-error'],
	entries: [
		{
			id: 'placement-no-instances',
			severity: 'critical',
			match: [
				/^No Container Instances were found in your (?:cluster|capacity provider)/iu,
				/no container instance met all of its requirements.* No Container Instances were found/iu,
				/^(?:EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES)\b/u,
			],
			short: 'there is no container instance to run it on',
			title: 'There is no container instance to run the task on',
			cause:
				'The cluster, or the capacity provider, has no registered instance: the Auto Scaling group is at zero or cannot launch, ' +
				'or the service asks for launch type EC2 while all capacity belongs to a capacity provider.',
			next: [
				'Look at the activities of the Auto Scaling group: they say why nothing was launched (quota, Spot, no addresses, no such type).',
				'Raise the desired capacity of the group, or let the capacity provider scale it.',
				'If instances run but do not register: look at the agent, at the cluster name in its user data, and at the instance role.',
			],
		},
		{
			id: 'placement-cpu',
			severity: 'high',
			match: [/^(?:The closest matching .*|has )insufficient CPU units available/iu, resource('CPU')],
			short: 'no container instance has enough free CPU',
			cause: (fields) =>
				`Placement counts what tasks reserve, not what they use: no instance has that much unreserved CPU.${INSTANCE(fields)}`,
			next: [ROOM, REMAINING],
		},
		{
			id: 'placement-memory',
			severity: 'high',
			match: [/^(?:The closest matching .*|has )insufficient memory available/iu, resource('MEMORY')],
			short: 'no container instance has enough free memory',
			cause: (fields) =>
				'No instance has that much unreserved memory. An instance registers less than its nominal size: the system and the ' +
				`agent take their part.${INSTANCE(fields)}`,
			next: [ROOM, REMAINING, 'A soft limit (memoryReservation) below the hard one (memory) is what placement counts.'],
		},
		{
			id: 'placement-port',
			severity: 'high',
			match: [/^(?:The closest matching .*|is )already using a port required by your task/iu, resource('PORTS')],
			short: 'its host port is taken on every container instance',
			title: 'No container instance has the host port free',
			cause: (fields) =>
				'The task wants a fixed host port, and something has it on every instance that fits: in a deployment mostly the old ' +
				`task of the same service.${INSTANCE(fields)}`,
			next: [
				'Add an instance: the port is free there.',
				'Or lower minimumHealthyPercent, so that an old task may stop first. With one task that is a short outage.',
				'For good: hostPort 0 behind a load balancer, or network mode awsvpc.',
			],
		},
		{
			id: 'placement-attribute',
			severity: 'high',
			match: [/^(?:The closest matching .*|is )missing an attribute required by your task/iu, reason('ATTRIBUTE')],
			short: 'no container instance has what the task definition requires',
			cause: (fields) =>
				'The task definition requires something that the instances do not offer: a log driver, a GPU, a CPU architecture, a ' +
				`volume plugin, secrets support, or awsvpc in other subnets than theirs.${INSTANCE(fields)}`,
			next: [
				"Compare the task definition's `requiresAttributes` with the `attributes` of the instances; the one that is missing decides.",
				'An old agent offers fewer: update it.',
			],
		},
		{
			id: 'placement-constraint',
			severity: 'high',
			match: [/^(?:The closest matching .*)?(?:encountered error "?)?MemberOf placement constraint unsatisfied/iu],
			inContext: [/placement constraints? (?:unsatisfied|is not satisfied|are not satisfied)/iu],
			short: 'no container instance meets the placement constraints',
			cause: 'The expression of the placement constraint matches none of the instances that are there now.',
			next: [
				'Read the constraint in the service or the task definition, and try it: `aws ecs list-container-instances --filter "<expression>"`.',
				'Give an instance the attribute, or change the constraint.',
			],
		},
		{
			id: 'placement-agent',
			severity: 'high',
			match: [/^The closest matching .*doesn't have the agent connected/iu, reason('AGENT')],
			short: 'the agent of the container instance is not connected',
			cause: (fields) => `The instance would do, but its ECS agent has lost touch with ECS.${INSTANCE(fields)}`,
			next: [
				'Find the instance with `agentConnected: false`, and restart the agent there (`sudo systemctl restart ecs`).',
				'Or drain and terminate it, and let the Auto Scaling group replace it.',
				'If all of them are disconnected: look at the way out to ECS (endpoints ecs, ecs-agent, ecs-telemetry) and at the instance role.',
			],
		},
		{
			id: 'placement-eni',
			severity: 'high',
			match: [resource('ENI'), /^Unable to attach network interface to unused device index/iu],
			short: 'no container instance has room for another network interface',
			cause: 'In network mode awsvpc every task takes a network interface, and an instance type has only so many.',
			next: [
				'Add an instance, or take a larger type.',
				'The account setting awsvpcTrunking lets an instance take more tasks; it holds for instances launched after that.',
			],
		},
		{
			id: 'placement-gpu',
			severity: 'high',
			match: [/^The closest matching .*insufficient GPU resource/iu, resource('GPU')],
			short: 'no container instance has a free GPU',
			cause: 'All GPUs of the cluster are taken, or no instance has one.',
			next: ['Add an instance with a GPU, or stop what uses them.'],
		},
		{
			id: 'placement-location',
			severity: 'high',
			inContext: [reason('LOCATION')],
			short: 'the container instance is in another zone than the subnets',
			cause: 'Network mode awsvpc: the instance is in an availability zone that none of the subnets given is in.',
			next: ['Give subnets in the zones of the instances, or add instances in the zones of the subnets.'],
		},
		{
			id: 'placement-instance-inactive',
			severity: 'high',
			inContext: [reason('INACTIVE')],
			short: 'the container instance was deregistered',
			cause: 'The container instance that was asked for is no longer part of the cluster.',
			next: ['List the instances anew (`aws ecs list-container-instances`), and name one that is ACTIVE.'],
		},
		{
			id: 'placement-instance-missing',
			severity: 'high',
			inContext: [reason('MISSING')],
			short: 'the container instance was not found',
			cause: 'There is no such container instance in that cluster: a wrong id, cluster or region.',
			next: ['Check cluster and region, and list the instances: `aws ecs list-container-instances`.'],
		},
		{
			id: 'placement-incompatible-compute',
			severity: 'high',
			match: [
				/^The selected task definition is not compatible with the selected compute strategy/iu,
				/^Task definition does not support launch_type/iu,
			],
			short: 'its task definition does not fit the launch type',
			title: ({ launchType }) => `The task definition does not fit ${launchType ?? 'the launch type'}`,
			cause:
				"The task definition's requiresCompatibilities or network mode excludes what the service or the call asks for. Fargate needs " +
				'awsvpc, and CPU and memory for the whole task.',
			next: [
				"Compare requiresCompatibilities and networkMode with the service's launch type or capacity providers; change one side.",
			],
		},
		{
			id: 'placement-partial-launch',
			severity: 'high',
			match: [/^could not launch \S+ tasks?(?: for deployment|\b)/iu],
			short: 'only some of its tasks could be started',
			cause:
				'Some tasks of the deployment were started, and there was no capacity for the rest. The circuit breaker may roll back.',
			next: ['Find out what the others lack: the events before this one say it.', ROOM],
		},
		{
			id: 'provisioning-limit',
			severity: 'warning',
			match: [
				/^(?:was )?unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded/iu,
			],
			short: 'too many tasks of the cluster are being provisioned at once',
			cause: 'A cluster can have 500 tasks in state PROVISIONING, waiting for capacity (Amazon ECS developer guide).',
			next: [
				'Wait until some have started, and scale in smaller steps.',
				'See why they wait: can the capacity provider scale out?',
			],
		},
		{
			id: 'agent-start-timeout',
			severity: 'high',
			match: [/^Timed out waiting for Amazon ECS Agent to start/iu],
			short: 'the agent of a new instance did not start',
			cause: 'An instance was launched for the task, and its ECS agent did not come up in time.',
			next: [
				'Read /var/log/ecs/ecs-agent.log there (Session Manager works without the agent).',
				'Terminate the instance; if the next one is the same, look at its image, its user data and its way out.',
			],
		},
		{
			id: 'placement-generic',
			severity: 'high',
			match: [
				/^(?:was )?unable to place a task because no container instance/iu,
				/^The closest matching \(?container-instance/iu,
			],
			short: 'no container instance takes the task',
			cause: (fields) =>
				`Something is missing on every instance, and the text does not say what.${INSTANCE(fields)} Its end may be cut off.`,
			next: [
				'Compare what the task asks for (CPU, memory, ports, attributes) with each instance: `aws ecs describe-container-instances`.',
			],
		},
	],
};
