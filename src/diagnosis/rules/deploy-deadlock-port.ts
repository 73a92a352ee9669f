import { familyRevision } from '../../model/arn.ts';
import { counted } from '../../model/counted.ts';
import { type ContainerInstance, instanceName } from '../../model/container-instance.ts';
import { portDeadlock, type PortDeadlock } from '../../model/port-deadlock.ts';
import { type Deployment, primaryDeployment, type Service } from '../../model/service.ts';
import { memoryWords } from '../../model/size-words.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { aboutService } from '../about-service.ts';
import { addInstances } from '../capacity/add-instances.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { needsOf } from '../capacity/needs-of.ts';
import { type PlacementTrouble, placementTrouble } from '../capacity/placement-trouble.ts';
import { boundsCommand } from '../update-command.ts';

/** The new revision waits for a port of the host that the old one keeps until the new one runs: for ever. */
export function deployDeadlockPort(evidence: Evidence): readonly Finding[] {
	const { service, instances } = evidence;
	const primary = primaryDeployment(service);
	const old = service.deployments.find(({ id, runningCount }) => id !== primary?.id && runningCount > 0);
	const trouble = placementTrouble(evidence);
	if (!instances || !primary || !old) return [];
	if (primary.rolloutState !== 'IN_PROGRESS' || trouble?.id !== 'placement-port') return [];
	const [next, before] = [primary, old].map(({ taskDefinition }) => needsOf(evidence, taskDefinition));
	const deadlock = next && before && portDeadlock(service, instances, { old: before, next });
	if (!deadlock || !deadlock.instances.every((instance) => isHeldByOwn(instance, evidence))) return [];
	return [findingOf(evidence, { deadlock, old, primary, trouble, needs: next })];
}

/** Undefined tasks prove nothing; known ones may show that somebody else has the port. */
function isHeldByOwn({ containerInstanceArn }: ContainerInstance, { tasks }: Evidence): boolean {
	const running = tasks?.filter(({ lastStatus }) => lastStatus === 'RUNNING') ?? [];
	return running.length === 0 || running.some((task) => task.containerInstanceArn === containerInstanceArn);
}

type Facts = {
	readonly deadlock: PortDeadlock;
	readonly old: Deployment;
	readonly primary: Deployment;
	readonly trouble: PlacementTrouble;
	readonly needs: TaskNeeds;
};

function findingOf(evidence: Evidence, { deadlock, old, primary, trouble, needs }: Facts): Finding {
	const { service, tasks } = evidence;
	const { port, instances, min } = deadlock;
	const type = commonType(instances);
	const several = instances.length === 2 ? 'both instances' : `all ${instances.length} instances`;
	const everywhere = instances.length === 1 ? 'the only instance' : several;
	const sentence =
		`needs 1 more ${type ?? 'instance'}: port ${port} is taken on ${everywhere} by the old revision; ` +
		`ECS may neither stop ${old.runningCount === 1 ? 'it' : 'one'} (min ${min} %) nor start beside it`;
	return aboutService(service, {
		id: 'x-deploy-deadlock-port',
		severity: 'high',
		confidence: tasks ? 'high' : 'medium',
		sentence,
		since: trouble.since,
		evidence: [
			eventLine(trouble.event),
			rolloutLine(primary, old),
			...instances.map((instance) => instanceLine(instance, port)),
			{
				text: `minimumHealthyPercent ${min}: of ${service.desiredCount} wanted ${service.desiredCount} must stay`,
				api: 'ecs:DescribeServices',
				place: { kind: 'deployments' },
			},
		],
		ruledOut: roomBesides(instances, needs),
		next: choices(evidence, { deadlock, type, old }),
		explains: [
			'placement-port',
			'placement-generic',
			'x-capacity-plan',
			'x-deploy-math-stuck',
			'deploy-config-stuck',
			'x-ec2-autoscaling-mismatch',
			'x-desired-gap',
			'x-start-loop',
		],
	});
}

function rolloutLine(primary: Deployment, old: Deployment): EvidenceLine {
	const [is, was] = [primary, old].map(({ taskDefinition }) => familyRevision(taskDefinition));
	return {
		text: `${is} comes in: ${primary.runningCount} of ${primary.desiredCount} running; ${was}: ${old.runningCount} running`,
		api: 'ecs:DescribeServices',
		...(primary.createdAt !== undefined && { at: primary.createdAt }),
		place: { kind: 'deployments' },
	};
}

function instanceLine(instance: ContainerInstance, port: string): EvidenceLine {
	return { text: `${instanceName(instance)} has port ${port} taken`, api: 'ecs:DescribeContainerInstances' };
}

function roomBesides(instances: readonly ContainerInstance[], { cpu, memory }: TaskNeeds): readonly string[] {
	const roomy = instances.find(({ remaining }) => remaining.cpu >= cpu && remaining.memory >= memory);
	if (!roomy) return [];
	const free = `${roomy.remaining.cpu} CPU units and ${memoryWords(roomy.remaining.memory)}`;
	return [`CPU and memory are not short: ${free} are free on ${instanceName(roomy)}`];
}

type Choice = {
	readonly deadlock: PortDeadlock;
	readonly type: string | undefined;
	readonly old: Deployment;
};

/** The first costs money, the second capacity for a while, the third a change of the task definition. */
function choices(evidence: Evidence, { deadlock, type, old }: Choice): readonly NextStep[] {
	const { service } = evidence;
	const { min, most } = deadlock;
	const { desiredCount } = service;
	const max = service.deploymentConfiguration?.maximumPercent ?? 200;
	const price =
		desiredCount === 1
			? 'nothing serves until the new task is up'
			: `${counted(desiredCount - 1, 'task')} of ${desiredCount} carry the load meanwhile`;
	const was = familyRevision(old.taskDefinition);
	return [
		// One is enough: what starts on it lets an old task stop, and its port is free for the next.
		...addInstances(evidence, 1, type),
		{
			text: `Or let one task stop first, minimumHealthyPercent ${min} → ${most}: ${price}`,
			command: boundsCommand(service, most, max),
		},
		{ text: `Or give up: stop the deployment, ${was} runs on`, binding: 'act.rollback' },
		{ text: `For good: let the host choose the port (hostPort 0${behind(service)}), or use awsvpc` },
	];
}

function behind({ loadBalancers }: Service): string {
	return loadBalancers.length > 0 ? ', the load balancer follows' : '';
}

function commonType(instances: readonly ContainerInstance[]): string | undefined {
	const types = new Set(instances.map(({ instanceType }) => instanceType));
	return types.size === 1 ? [...types][0] : undefined;
}
