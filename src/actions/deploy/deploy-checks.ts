import { familyRevision } from '../../model/arn.ts';
import { containersOf, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { notOffered } from '../../model/fargate-sizes.ts';
import { parseImageRef } from '../../model/image-ref.ts';
import type { Service } from '../../model/service.ts';
import { taskNeeds } from '../../model/task-needs.ts';
import { codeDeployRemarks } from '../code-deploy/code-deploy-remarks.ts';
import { seen, unseen } from '../look.ts';
import type { Refusal, Remark } from '../plan.ts';
import { roomRemarks } from '../room/room-remarks.ts';
import { rollingBounds, tasksBeside } from './tasks-beside.ts';
import { alarmRemarks } from './alarm-remarks.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { imageRemarks } from './image-remarks.ts';
import { shiftRemarks } from './traffic-shift.ts';

type Document = EditableTaskDefinition['document'];

/** Why AWS would refuse it, or start nothing for ever: told before anything is sent. */
export function blockedBy({ service }: DeploySnapshot, document: Document): Refusal | undefined {
	return badSize(document) ?? badWiring(service, document) ?? deadlock(service);
}

/** Fargate's sizes, and containers that do not fit into their task. */
function badSize(document: Document): Refusal | undefined {
	const [cpu, memory] = [Number(document['cpu']), Number(document['memory'])];
	const compatibilities = document['requiresCompatibilities'];
	if (Array.isArray(compatibilities) && compatibilities.includes('FARGATE')) {
		const refused = notOffered(cpu, memory);
		if (refused) return { refused: `${refused}.`, instead: 'Choose --cpu and --memory that go together.' };
	}
	const large = containersOf(document).find((container) => Number(container['memory'] ?? 0) > (memory || Infinity));
	if (!large) return undefined;
	return {
		refused: `The container ${large.name} may take ${String(large['memory'])} MiB, and its task has ${memory}.`,
		instead: 'Give the task more --memory.',
	};
}

/** The load balancer sends to a container and port by name. */
function badWiring({ loadBalancers }: Service, document: Document): Refusal | undefined {
	for (const { containerName, containerPort } of loadBalancers) {
		const container = containersOf(document).find(({ name }) => name === containerName);
		const ports = container?.['portMappings'];
		const has =
			Array.isArray(ports) && ports.some((port: { containerPort?: number }) => port.containerPort === containerPort);
		if (has) continue;
		return {
			refused: `The load balancer sends to ${containerName}:${containerPort}, which the new revision does not have.`,
			instead: 'Keep the name and the port, or change the load balancer of the service first.',
		};
	}
	return undefined;
}

function deadlock(service: Service): Refusal | undefined {
	const { desiredCount } = service;
	const bounds = rollingBounds(service);
	if (!bounds || desiredCount === 0) return undefined;
	const { lower, upper, min, max } = bounds;
	if (lower < desiredCount || upper > desiredCount) return undefined;
	return {
		refused: `It could never roll: of ${desiredCount} tasks ${lower} must stay and ${upper} may run (${min} %, ${max} %).`,
		instead: 'Raise maximumPercent, lower minimumHealthyPercent, or scale it up first.',
	};
}

/** What follows from a deployment, and what could go wrong with it. */
export function deployRemarks(snapshot: DeploySnapshot, document: Document): readonly Remark[] {
	const { service, base, history, codeDeploy } = snapshot;
	return [
		...(codeDeploy
			? codeDeployRemarks(service, codeDeploy)
			: [...underWay(service), ...shiftRemarks(service), ...room(service), ...safety(snapshot)]),
		...roomRemarks(service, snapshot.room, { ...tasksBeside(service), needs: taskNeeds(document) }),
		...imageRemarks(snapshot, document),
		...(codeDeploy ? [] : alarmRemarks(snapshot)),
		...mutableTags(document),
		...managedBy(base),
		...newerRevision(snapshot),
		...(service.desiredCount === 0
			? [
					{
						level: 'warning',
						text: 'the desired count is 0: it will succeed, and nothing will have been tried',
					} as const,
				]
			: []),
		...[codeDeploy ? undefined : unseen('deployment history', history)].flatMap((text): readonly Remark[] =>
			text === undefined ? [] : [{ level: 'unknown', text }],
		),
	];
}

/** That a deployment which goes on is given up. */
export function underWay({ deployments }: Service): readonly Remark[] {
	const [primary] = deployments;
	if (deployments.length < 2 && primary?.rolloutState !== 'IN_PROGRESS') return [];
	const text = `a deployment of ${familyRevision(primary?.taskDefinition ?? '')} is under way: this one takes its place`;
	return [{ level: 'warning', text }];
}

/** How many tasks are there while it rolls. */
export function room(service: Service): readonly Remark[] {
	const { desiredCount } = service;
	const bounds = rollingBounds(service);
	if (!bounds || desiredCount === 0) return [];
	const { lower, upper, min, max } = bounds;
	const percents = `min ${min} %, max ${max} %`;
	return lower < desiredCount
		? [{ level: 'warning', text: `only ${lower} of ${desiredCount} tasks are sure to run meanwhile (${percents})` }]
		: [{ level: 'good', text: `up to ${upper - desiredCount} more tasks at a time, none less (${percents})` }];
}

function safety({ service, history }: DeploySnapshot): readonly Remark[] {
	const { deploymentConfiguration: how } = service;
	if (!how) return [{ level: 'unknown', text: 'ECS does not tell the deployment settings of this service' }];
	const breaker = how.circuitBreaker;
	if (!breaker?.enable) {
		return [{ level: 'warning', text: 'no circuit breaker: ECS itself would try a bad revision for ever' }];
	}
	if (!breaker.rollback)
		return [{ level: 'warning', text: 'the circuit breaker stops a bad revision, and rolls nothing back' }];
	const succeeded = seen(history)?.find(({ status }) => status === 'SUCCESSFUL')?.targetTaskDefinition;
	if (succeeded) return [{ level: 'good', text: `the circuit breaker rolls back to ${familyRevision(succeeded)}` }];
	return 'value' in history
		? [{ level: 'warning', text: 'no deployment has succeeded yet: the circuit breaker has nothing to roll back to' }]
		: [{ level: 'good', text: 'the circuit breaker is on, with rollback' }];
}

/** Says which containers run whatever a tag means by then. */
function mutableTags(document: Document): readonly Remark[] {
	const moving = containersOf(document).filter(({ image }) => parseImageRef(image)?.tag === 'latest');
	if (moving.length === 0) return [];
	const names = moving.map(({ name }) => name).join(', ');
	return [
		{ level: 'warning', text: `${names} runs whatever "latest" is then: a rollback cannot bring the old one back` },
	];
}

function managedBy({ tags }: EditableTaskDefinition): readonly Remark[] {
	const stack = tags.find(({ key }) => key === 'aws:cloudformation:stack-name')?.value;
	return stack === undefined
		? []
		: [{ level: 'warning', text: `the CloudFormation stack ${stack} made this: its next update takes this one back` }];
}

function newerRevision({ service, newest }: DeploySnapshot): readonly Remark[] {
	const revision = seen(newest)?.document['taskDefinitionArn'];
	if (typeof revision !== 'string' || revision === service.taskDefinition) return [];
	const text = `${familyRevision(revision)} is newer than the ${familyRevision(service.taskDefinition)} this starts from`;
	return [{ level: 'info', text }];
}
