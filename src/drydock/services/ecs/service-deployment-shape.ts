import type { ServiceDeployment, ServiceDeploymentBrief, ServiceRevisionSummary } from '@aws-sdk/client-ecs';
import type { ServiceDeploymentState } from '../../world/deployment.ts';
import { tasksOf } from '../../world/scheduler/service-tasks.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { countTasks } from './task-counts.ts';

/** A rollout as DescribeServiceDeployments gives it. */
export function serviceDeploymentShape(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
): ServiceDeployment {
	const { rollback } = rollout;
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
		deploymentConfiguration: { ...rollout.deploymentConfiguration } as ServiceDeployment['deploymentConfiguration'],
		...(rollback && { rollback: { ...rollback, startedAt: date(rollback.startedAt) } }),
		deploymentCircuitBreaker: { ...rollout.circuitBreaker },
		alarms: { status: 'DISABLED', alarmNames: [], triggeredAlarmNames: [] },
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

/** Counts the tasks of the revision's deployments; the wanted ones are the target's until it fails, then the source's. */
function summary(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	arn: string,
): ServiceRevisionSummary {
	const ids = service.deployments.filter(({ revision }) => revision.serviceRevisionArn === arn).map(({ id }) => id);
	const tasks = tasksOf(world, service).filter(({ startedBy }) => startedBy !== undefined && ids.includes(startedBy));
	const { runningCount, pendingCount } = countTasks(tasks);
	const wantedArn = rollout.rollback?.serviceRevisionArn ?? rollout.targetRevisionArn;
	return {
		arn,
		requestedTaskCount: arn === wantedArn ? service.desiredCount : 0,
		runningTaskCount: runningCount,
		pendingTaskCount: pendingCount,
	};
}
