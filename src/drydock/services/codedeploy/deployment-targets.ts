import type {
	BatchGetDeploymentTargetsInput,
	BatchGetDeploymentTargetsOutput,
	DeploymentTarget,
	ECSTaskSet,
	GetDeploymentTargetInput,
	GetDeploymentTargetOutput,
	LifecycleEvent,
	ListDeploymentTargetsInput,
	ListDeploymentTargetsOutput,
} from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { nameOf } from '../../world/arn.ts';
import type { CodeDeploymentState, LifecycleEventState } from '../../world/code-deploy/deployment.ts';
import { serviceBehind } from '../../world/code-deploy/service-behind.ts';
import { tasksOf } from '../../world/scheduler/service-tasks.ts';
import { wantedTasks } from '../../world/task-set.ts';
import { date } from '../date.ts';
import { countTasks } from '../ecs/task-counts.ts';
import { targetGroupName } from './deployment-groups.ts';
import { checkBatch, findDeployment, type FoundDeployment, type Look } from './look.ts';

export function listDeploymentTargets(look: Look, input: ListDeploymentTargetsInput): ListDeploymentTargetsOutput {
	return { targetIds: [targetId(look, findDeployment(look, input.deploymentId))] };
}

/** @throws {AwsFault} DeploymentDoesNotExistException, DeploymentTargetDoesNotExistException */
export function getDeploymentTarget(look: Look, input: GetDeploymentTargetInput): GetDeploymentTargetOutput {
	return { deploymentTarget: targetShape(look, findDeployment(look, input.deploymentId), input.targetId) };
}

/** At most 25 a call (CodeDeploy API reference, BatchGetDeploymentTargets). */
export function batchGetDeploymentTargets(
	look: Look,
	input: BatchGetDeploymentTargetsInput,
): BatchGetDeploymentTargetsOutput {
	const found = findDeployment(look, input.deploymentId);
	return { deploymentTargets: checkBatch(input.targetIds, 25).map((id) => targetShape(look, found, id)) };
}

/** `<cluster>:<service>` */
function targetId({ world }: Look, { group }: FoundDeployment): string {
	const { clusterArn, serviceName } = serviceBehind(world, group);
	return `${nameOf(clusterArn)}:${serviceName}`;
}

function targetShape(look: Look, found: FoundDeployment, asked: string | undefined): DeploymentTarget {
	if (asked !== targetId(look, found)) {
		throw new AwsFault(
			'DeploymentTargetDoesNotExistException',
			'The provided target ID does not belong to the attempted deployment.',
		);
	}
	const { deployment, group } = found;
	return {
		deploymentTargetType: 'ECSTarget',
		ecsTarget: {
			deploymentId: deployment.deploymentId,
			targetId: asked,
			targetArn: group.serviceArn,
			lastUpdatedAt: date(deployment.completedAt ?? look.world.clock.now),
			lifecycleEvents: deployment.lifecycle.map(eventShape),
			status: targetStatus(deployment),
			taskSetsInfo: taskSetsInfo(look, found),
		},
	};
}

function eventShape({ name, status, startedAt, endedAt, message }: LifecycleEventState): LifecycleEvent {
	return {
		lifecycleEventName: name,
		...(message !== undefined && { diagnostics: { errorCode: 'UnknownError', message } }),
		startTime: date(startedAt),
		endTime: date(endedAt),
		status,
	};
}

function targetStatus({ status }: CodeDeploymentState) {
	if (status === 'Created') return 'Pending';
	return status === 'Stopped' ? 'Failed' : status;
}

/** Those of its two task sets that are still there; AWS spells `identifer` so. */
function taskSetsInfo({ world }: Look, { group, deployment }: FoundDeployment): ECSTaskSet[] {
	const service = serviceBehind(world, group);
	const tasks = tasksOf(world, service);
	return service.taskSets
		.filter(({ id }) => id === deployment.originalId || id === deployment.replacementId)
		.toReversed()
		.map((set) => ({
			identifer: set.id,
			desiredCount: wantedTasks(service.desiredCount, set),
			...countTasks(tasks.filter(({ startedBy }) => startedBy === set.id)),
			status: set.status,
			trafficWeight: set.id === deployment.replacementId ? deployment.weight : 100 - deployment.weight,
			targetGroup: { name: targetGroupName(set.revision.settings.loadBalancers[0]?.targetGroupArn ?? '') },
			taskSetLabel: set.id === deployment.replacementId ? 'Green' : 'Blue',
		}));
}
