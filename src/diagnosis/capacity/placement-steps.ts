import { capacityOf } from '../../model/capacity.ts';
import { type ContainerInstance, instanceName } from '../../model/container-instance.ts';
import { addInstances } from './add-instances.ts';
import type { Evidence } from '../evidence.ts';
import type { NextStep } from '../finding.ts';
import { disconnected, isDaemon } from './placement-words.ts';
import { regionOption, whereOptions } from '../update-command.ts';

/** What to do where ECS finds no place, the best first. */
export function placementSteps(id: string, evidence: Evidence): readonly NextStep[] {
	return STEPS[id]?.(evidence) ?? [instances(evidence)];
}

const STEPS: Readonly<Record<string, (evidence: Evidence) => readonly NextStep[]>> = {
	'placement-no-instances': (evidence) => [...addInstances(evidence, 1, undefined), instances(evidence)],
	'placement-cpu': room,
	'placement-memory': room,
	'placement-port': (evidence) => [
		...more(evidence),
		{ text: `${isDaemon(evidence) ? 'Let' : 'Or let'} the host choose the port (hostPort 0), or use awsvpc` },
	],
	'placement-attribute': (evidence) => [
		{ text: 'Run it on instances that have it, or take the requirement out of the task definition' },
		instances(evidence),
	],
	'placement-constraint': (evidence) => [
		{ text: 'Loosen the constraint, or add an instance that meets it' },
		instances(evidence),
	],
	'placement-agent': (evidence) => [
		...disconnected(evidence).map((instance) => restart(evidence, instance)),
		{ text: 'Or replace the instance: drain it, then terminate it' },
	],
	'placement-eni': (evidence) => [
		...more(evidence),
		{ text: `${isDaemon(evidence) ? 'Use' : 'Or use'} a larger type, or awsvpcTrunking with new instances` },
	],
	'placement-gpu': (evidence) => [...more(evidence), instances(evidence)],
	'placement-partial-launch': room,
	'agent-start-timeout': (evidence) => [
		{ text: 'Read /var/log/ecs/ecs-agent.log of the newest instance, or terminate it: its group brings another' },
		instances(evidence),
	],
	'provisioning-limit': ({ service: { serviceName, runningCount } }) => [
		{
			text: 'Wait for instances to come, or ask for tasks in steps',
			binding: 'act.scale',
			...(runningCount > 0 && { command: `deckwatch scale ${serviceName} ${runningCount}` }),
		},
	],
	'fargate-capacity': (evidence) => [
		{ text: 'ECS goes on trying. Add a subnet in another zone, where Fargate may have capacity' },
		...(capacityOf(evidence.service).fargate.includes('spot')
			? [{ text: 'Or give the strategy a base on FARGATE beside FARGATE_SPOT' }]
			: []),
		{ text: 'Or try another size', binding: 'act.deploy' },
	],
	'fargate-quota': ({ service }) => [
		{ text: 'Scale something down that is needed less', binding: 'act.scale' },
		{
			text: 'Ask for more in Service Quotas',
			command: `aws service-quotas list-service-quotas ${regionOption(service)} --service-code fargate`,
		},
	],
	'fargate-az-unsupported': ({ service }) => [
		{
			text: 'Take the subnet out whose zone has no Fargate: this shows which zone each lies in',
			command: `aws ec2 describe-subnets ${regionOption(service)} --subnet-ids ${service.network?.subnets.join(' ') ?? ''} --query 'Subnets[].[SubnetId,AvailabilityZoneId]' --output text`,
		},
	],
};

function room(evidence: Evidence): readonly NextStep[] {
	return isDaemon(evidence)
		? [{ text: 'Ask for less CPU and memory, or move other tasks off those instances', binding: 'act.deploy' }]
		: [...more(evidence), { text: 'Or ask for less CPU and memory', binding: 'act.deploy' }];
}

/** For a daemon another instance is one more that wants a task. */
function more(evidence: Evidence): readonly NextStep[] {
	return isDaemon(evidence) ? [] : addInstances(evidence, 1, undefined);
}

/** The unit's name is that of the ECS-optimized Linux images (ECS developer guide, "Updating the agent"); others have their own ways. */
function restart({ service }: Evidence, instance: ContainerInstance): NextStep {
	const { ec2InstanceId: id, attributes } = instance;
	const isWindows = attributes.some(({ name, value }) => name === 'ecs.os-type' && value === 'windows');
	return {
		text: `Restart the agent of ${instanceName(instance)}`,
		...(id !== undefined &&
			!isWindows && {
				command: `aws ssm send-command ${regionOption(service)} --document-name AWS-RunShellScript --instance-ids ${id} --parameters commands='sudo systemctl restart ecs'`,
			}),
	};
}

function instances({ service }: Evidence): NextStep {
	return {
		text: 'Look at the instances',
		command: `aws ecs list-container-instances ${whereOptions(service)}`,
	};
}
