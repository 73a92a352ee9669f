import type {
	DeploymentLifecycleHookDetail,
	ServiceDeployment,
	ServiceDeploymentBrief,
	ServiceRevisionSummary,
} from '@aws-sdk/client-ecs';
import type { ServiceDeploymentState } from '../../world/deployment.ts';
import { tasksOf } from '../../world/scheduler/service-tasks.ts';
import type { ServiceState } from '../../world/service.ts';
import { isShifting, stageOf } from '../../world/shifting/is-shifting.ts';
import type { HookState } from '../../world/shift.ts';
import { hasTraffic } from '../../world/shifting/traffic.ts';
import { wantedTasks } from '../../world/shifting/wanted-tasks.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { deploymentConfigurationShape } from './deployment-configuration-shape.ts';
import { countTasks } from './task-counts.ts';

/** A rollout as DescribeServiceDeployments gives it. */
export function serviceDeploymentShape(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
): ServiceDeployment {
	const { rollback, shift } = rollout;
	return {
		serviceDeploymentArn: rollout.serviceDeploymentArn,
		serviceArn: service.serviceArn,
		clusterArn: service.clusterArn,
		createdAt: date(rollout.createdAt),
		startedAt: date(rollout.startedAt),
		finishedAt: date(rollout.finishedAt),
		stoppedAt: date(rollout.stoppedAt),
		updatedAt: date(rollout.updatedAt),
		sourceServiceRevisions: rollout.sourceRevisionArns.map((arn) => summary(world, service, rollout, arn)),
		targetServiceRevision: summary(world, service, rollout, rollout.targetRevisionArn),
		status: rollout.status,
		statusReason: rollout.statusReason,
		...(shift && {
			// The SDK's enumeration lacks PRE_PRODUCTION_TRAFFIC_SHIFT, which its documentation lists.
			lifecycleStage: stageOf(rollout) as ServiceDeployment['lifecycleStage'],
			lifecycleHookDetails: shift.hooks.map(hookShape),
		}),
		deploymentConfiguration: deploymentConfigurationShape(rollout.deploymentConfiguration),
		...(rollback && { rollback: { ...rollback, startedAt: date(rollback.startedAt) } }),
		deploymentCircuitBreaker: { ...rollout.circuitBreaker },
		alarms: {
			status: rollout.alarms.status,
			alarmNames: [...rollout.alarms.alarmNames],
			triggeredAlarmNames: [...rollout.alarms.triggeredAlarmNames],
		},
	};
}

/** A rollout as ListServiceDeployments gives it. */
export function serviceDeploymentBrief(service: ServiceState, rollout: ServiceDeploymentState): ServiceDeploymentBrief {
	return {
		serviceDeploymentArn: rollout.serviceDeploymentArn,
		serviceArn: service.serviceArn,
		clusterArn: service.clusterArn,
		startedAt: date(rollout.startedAt),
		createdAt: date(rollout.createdAt),
		finishedAt: date(rollout.finishedAt),
		targetServiceRevisionArn: rollout.targetRevisionArn,
		status: rollout.status,
		statusReason: rollout.statusReason,
	};
}

/** Counts the tasks of the revision's deployments, and tells its share of the traffic where that is shifted. */
function summary(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	arn: string,
): ServiceRevisionSummary {
	const ids = service.deployments.filter(({ revision }) => revision.serviceRevisionArn === arn).map(({ id }) => id);
	const tasks = tasksOf(world, service).filter(({ startedBy }) => startedBy !== undefined && ids.includes(startedBy));
	const { runningCount, pendingCount } = countTasks(tasks);
	return {
		arn,
		requestedTaskCount: requestedOf(service, rollout, arn),
		runningTaskCount: runningCount,
		pendingTaskCount: pendingCount,
		...weights(service, rollout, arn),
	};
}

/** The wanted tasks are the target's until it fails, then the source's, unless traffic is being shifted: then both have theirs. */
function requestedOf(service: ServiceState, rollout: ServiceDeploymentState, arn: string): number {
	if (isShifting(rollout)) {
		const deployment = service.deployments.find(({ revision }) => revision.serviceRevisionArn === arn);
		return deployment ? wantedTasks(service, rollout, deployment) : 0;
	}
	const wantedArn = rollout.rollback?.serviceRevisionArn ?? rollout.targetRevisionArn;
	return arn === wantedArn ? service.desiredCount : 0;
}

function weights(
	service: ServiceState,
	{ shift, targetRevisionArn }: ServiceDeploymentState,
	arn: string,
): Pick<ServiceRevisionSummary, 'requestedProductionTrafficWeight' | 'requestedTestTrafficWeight'> {
	const target = service.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === targetRevisionArn);
	if (!shift || !target || !hasTraffic(target)) return {};
	if (arn === targetRevisionArn) {
		return { requestedProductionTrafficWeight: shift.production, requestedTestTrafficWeight: shift.test };
	}
	const source = service.serviceDeployments.find(({ deploymentId }) => deploymentId === shift.sourceId);
	const serves = arn === source?.targetRevisionArn;
	return { requestedProductionTrafficWeight: serves ? 100 - shift.production : 0, requestedTestTrafficWeight: 0 };
}

function hookShape(hook: HookState): DeploymentLifecycleHookDetail {
	return {
		hookId: hook.hookId,
		targetType: hook.targetType,
		...(hook.targetArn !== undefined && { targetArn: hook.targetArn }),
		status: hook.status,
		expiresAt: date(hook.expiresAt),
		timeoutAction: hook.timeoutAction,
	};
}
