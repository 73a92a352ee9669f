import { capacityOf } from '../model/capacity.ts';
import { addInstances } from './add-instances.ts';
import type { Evidence } from './evidence.ts';
import type { NextStep } from './finding.ts';
import { disconnected } from './placement-words.ts';
import { regionOption, whereOptions } from './update-command.ts';

/** What to do where ECS finds no place, the best first. */
export function placementSteps(id: string, evidence: Evidence): readonly NextStep[] {
	return STEPS[id]?.(evidence) ?? [instances(evidence)];
}

const STEPS: Readonly<Record<string, (evidence: Evidence) => readonly NextStep[]>> = {
	'placement-no-instances': (evidence) => [...addInstances(evidence, 1, undefined), instances(evidence)],
	'placement-cpu': room,
	'placement-memory': room,
	'placement-port': (evidence) => [
		...addInstances(evidence, 1, undefined),
		{ text: 'Or let the host choose the port (hostPort 0), or use awsvpc' },
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
		...disconnected(evidence).map((id): NextStep => ({
			text: `Restart the agent of ${id}`,
			command: `aws ssm send-command ${regionOption(evidence.service)} --document-name AWS-RunShellScript --instance-ids ${id} --parameters commands='sudo systemctl restart ecs'`,
		})),
		{ text: 'Or replace the instance: drain it, then terminate it' },
	],
	'placement-eni': (evidence) => [
		...addInstances(evidence, 1, undefined),
		{ text: 'Or use a larger type, or awsvpcTrunking with new instances' },
	],
	'placement-gpu': (evidence) => addInstances(evidence, 1, undefined),
	'placement-partial-launch': room,
	'agent-start-timeout': (evidence) => [
		{ text: 'Read /var/log/ecs/ecs-agent.log of the newest instance, or terminate it: its group brings another' },
		instances(evidence),
	],
	'provisioning-limit': ({ service: { serviceName, runningCount } }) => [
		{
			text: `Scale in steps: ${serviceName} to what runs first`,
			binding: 'act.scale',
			command: `deckwatch scale ${serviceName} ${runningCount}`,
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
	return [...addInstances(evidence, 1, undefined), { text: 'Or ask for less CPU and memory', binding: 'act.deploy' }];
}

function instances({ service }: Evidence): NextStep {
	return {
		text: 'Look at the instances',
		command: `aws ecs list-container-instances ${whereOptions(service)}`,
	};
}
