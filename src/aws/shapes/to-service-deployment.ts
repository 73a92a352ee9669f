import type * as ecs from '@aws-sdk/client-ecs';
import type { LifecycleHook, RevisionCounts, ServiceDeployment } from '../../model/deployment-history.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text, texts } from './scalars.ts';

/** What a service revision stands for. */
export type RevisionFacts = Pick<ecs.ServiceRevision, 'taskDefinition' | 'containerImages'>;

/** @param revisions by ARN: a deployment names them only. */
export function toServiceDeployment(
	deployment: ecs.ServiceDeployment,
	revisions: ReadonlyMap<string, RevisionFacts>,
): ServiceDeployment {
	const definitionOf = (revision: string | undefined) => text(revisions.get(revision ?? '')?.taskDefinition);
	const countsOf = (summary: ecs.ServiceRevisionSummary) => toCounts(summary, definitionOf(summary.arn));
	const { deploymentCircuitBreaker: breaker, rollback, alarms, deploymentConfiguration } = deployment;
	const { targetServiceRevision: target, sourceServiceRevisions, lifecycleHookDetails } = deployment;
	return defined({
		serviceDeploymentArn: requiredText(deployment.serviceDeploymentArn),
		serviceArn: requiredText(deployment.serviceArn),
		status: requiredText(deployment.status),
		statusReason: text(deployment.statusReason),
		createdAt: epochMs(deployment.createdAt),
		startedAt: epochMs(deployment.startedAt),
		finishedAt: epochMs(deployment.finishedAt),
		targetTaskDefinition: definitionOf(target?.arn),
		sourceTaskDefinitions: list(sourceServiceRevisions)
			.map(({ arn }) => definitionOf(arn))
			.filter((definition) => definition !== undefined),
		targetImages: imagesOf(revisions.get(target?.arn ?? '')),
		strategy: text(deploymentConfiguration?.strategy),
		lifecycleStage: text(deployment.lifecycleStage),
		bakeTimeInMinutes: deploymentConfiguration?.bakeTimeInMinutes,
		target: target && countsOf(target),
		sources: sourceServiceRevisions && list(sourceServiceRevisions).map(countsOf),
		hooks: lifecycleHookDetails && list(lifecycleHookDetails).map(toHook),
		alarms: alarms && {
			status: requiredText(alarms.status),
			alarmNames: texts(alarms.alarmNames),
			triggeredAlarmNames: texts(alarms.triggeredAlarmNames),
		},
		circuitBreaker: breaker && {
			status: requiredText(breaker.status),
			failureCount: breaker.failureCount ?? 0,
			threshold: breaker.threshold ?? 0,
		},
		rollbackReason: text(rollback?.reason),
		rollbackStartedAt: epochMs(rollback?.startedAt),
		rollbackTaskDefinition: definitionOf(rollback?.serviceRevisionArn),
	});
}

function toCounts(summary: ecs.ServiceRevisionSummary, taskDefinition: string | undefined): RevisionCounts {
	return defined({
		taskDefinition,
		requested: summary.requestedTaskCount ?? 0,
		running: summary.runningTaskCount ?? 0,
		pending: summary.pendingTaskCount ?? 0,
		productionTraffic: summary.requestedProductionTrafficWeight,
		testTraffic: summary.requestedTestTrafficWeight,
	});
}

function toHook(hook: ecs.DeploymentLifecycleHookDetail): LifecycleHook {
	return defined({
		hookId: text(hook.hookId),
		targetType: requiredText(hook.targetType),
		status: requiredText(hook.status),
		expiresAt: epochMs(hook.expiresAt),
		timeoutAction: text(hook.timeoutAction),
	});
}

function imagesOf(revision: RevisionFacts | undefined): ServiceDeployment['targetImages'] {
	return revision?.containerImages?.map(({ containerName, image, imageDigest }) =>
		defined({ containerName: requiredText(containerName), image: requiredText(image), digest: text(imageDigest) }),
	);
}
