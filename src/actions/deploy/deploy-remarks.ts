import { familyRevision } from '../../model/arn.ts';
import { containersOf, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { parseImageRef } from '../../model/image-ref.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import { taskNeeds } from '../../model/task-needs.ts';
import { codeDeployRemarks } from '../code-deploy/code-deploy-remarks.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { good, info, unknown, unseenRemarks, warning } from '../remarks.ts';
import { roomRemarks } from '../room/room-remarks.ts';
import { alarmRemarks } from './alarm-remarks.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { imageRemarks } from './image-remarks.ts';
import { portDeadlockRemarks } from './port-deadlock.ts';
import { shiftRemarks } from './traffic-shift.ts';
import { rollingBounds, tasksBeside } from '../../model/rolling-bounds.ts';

type Document = EditableTaskDefinition['document'];

/** What follows from a deployment, and what could go wrong with it. */
export function deployRemarks(snapshot: DeploySnapshot, document: Document): readonly Remark[] {
	const { service, base, history, codeDeploy } = snapshot;
	return [
		...(codeDeploy
			? codeDeployRemarks(service, codeDeploy)
			: [...underWay(service), ...shiftRemarks(service), ...room(service), ...safety(snapshot)]),
		...roomRemarks(service, snapshot.room, { ...tasksBeside(service), needs: taskNeeds(document) }),
		...portDeadlockRemarks(service, snapshot.room, { old: base.document, next: document }),
		...imageRemarks(snapshot, document),
		...(codeDeploy ? [] : alarmRemarks(snapshot)),
		...mutableTags(document),
		...managedBy(base),
		...newerRevision(snapshot),
		...(service.desiredCount === 0
			? [warning('the desired count is 0: it will succeed, and nothing will have been tried')]
			: []),
		...(codeDeploy ? [] : unseenRemarks('deployment history', history)),
	];
}

/** That a deployment which goes on is given up. */
export function underWay({ deployments }: Service): readonly Remark[] {
	const [primary] = deployments;
	if (deployments.length < 2 && primary?.rolloutState !== 'IN_PROGRESS') return [];
	const text = `a deployment of ${familyRevision(primary?.taskDefinition ?? '')} is under way: this one takes its place`;
	return [warning(text)];
}

/** How many tasks are there while it rolls. */
export function room(service: Service): readonly Remark[] {
	const { desiredCount } = service;
	const bounds = rollingBounds(service);
	if (!bounds || desiredCount === 0) return [];
	const { lower, upper, min, max } = bounds;
	const percents = `min ${min} %, max ${max} %`;
	return lower < desiredCount
		? [warning(`only ${lower} of ${desiredCount} tasks are sure to run meanwhile (${percents})`)]
		: [good(`up to ${upper - desiredCount} more tasks at a time, none less (${percents})`)];
}

function safety({ service, history }: DeploySnapshot): readonly Remark[] {
	const { deploymentConfiguration: how } = service;
	if (!how) return [unknown('ECS does not tell the deployment settings of this service')];
	const breaker = how.circuitBreaker;
	if (!breaker?.enable) {
		return [warning('no circuit breaker: ECS itself would try a bad revision for ever')];
	}
	if (!breaker.rollback) return [warning('the circuit breaker stops a bad revision, and rolls nothing back')];
	const succeeded = seen(history)?.find(({ status }) => status === 'SUCCESSFUL')?.targetTaskDefinition;
	if (succeeded) return [good(`the circuit breaker rolls back to ${familyRevision(succeeded)}`)];
	return 'value' in history
		? [warning('no deployment has succeeded yet: the circuit breaker has nothing to roll back to')]
		: [good('the circuit breaker is on, with rollback')];
}

/** Says which containers run whatever a tag means by then. */
function mutableTags(document: Document): readonly Remark[] {
	const moving = containersOf(document).filter(({ image }) => parseImageRef(image)?.tag === 'latest');
	if (moving.length === 0) return [];
	const names = moving.map(({ name }) => safeText(name)).join(', ');
	return [warning(`${names} runs whatever "latest" is then: a rollback cannot bring the old one back`)];
}

function managedBy({ tags }: EditableTaskDefinition): readonly Remark[] {
	const stack = tags.find(({ key }) => key === 'aws:cloudformation:stack-name')?.value;
	return stack === undefined
		? []
		: [warning(`the CloudFormation stack ${safeText(stack)} made this: its next update takes this one back`)];
}

function newerRevision({ service, newest }: DeploySnapshot): readonly Remark[] {
	const revision = seen(newest)?.document['taskDefinitionArn'];
	if (typeof revision !== 'string' || revision === service.taskDefinition) return [];
	const text = `${familyRevision(revision)} is newer than the ${familyRevision(service.taskDefinition)} this starts from`;
	return [info(text)];
}
