import type * as ecs from '@aws-sdk/client-ecs';
import type { LifecycleHook, RevisionImage, ServiceDeployment } from '../../model/deployment-history.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';

/** @param revisions by ARN: a deployment names them only. */
export function toServiceDeployment(
	deployment: ecs.ServiceDeployment,
	revisions: ReadonlyMap<string, ecs.ServiceRevision>,
): ServiceDeployment {
	const definitionOf = (revision: string | undefined) => text(revisions.get(revision ?? '')?.taskDefinition);
	const { deploymentCircuitBreaker: breaker, rollback } = deployment;
	return defined({
		serviceDeploymentArn: requiredText(deployment.serviceDeploymentArn),
		serviceArn: requiredText(deployment.serviceArn),
		status: requiredText(deployment.status),
		statusReason: text(deployment.statusReason),
		createdAt: epochMs(deployment.createdAt),
		startedAt: epochMs(deployment.startedAt),
		finishedAt: epochMs(deployment.finishedAt),
		targetTaskDefinition: definitionOf(deployment.targetServiceRevision?.arn),
		targetImages: revisions.get(deployment.targetServiceRevision?.arn ?? '')?.containerImages?.map(toImage),
		sourceTaskDefinitions: list(deployment.sourceServiceRevisions)
			.map(({ arn }) => definitionOf(arn))
			.filter((definition) => definition !== undefined),
		lifecycleStage: text(deployment.lifecycleStage),
		hooks: deployment.lifecycleHookDetails && list(deployment.lifecycleHookDetails).map(toHook),
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

function toHook(hook: ecs.DeploymentLifecycleHookDetail): LifecycleHook {
	return defined({
		hookId: text(hook.hookId),
		targetType: requiredText(hook.targetType),
		status: requiredText(hook.status),
		expiresAt: epochMs(hook.expiresAt),
		timeoutAction: text(hook.timeoutAction),
	});
}

function toImage({ containerName, image, imageDigest }: ecs.ContainerImage): RevisionImage {
	return defined({
		containerName: requiredText(containerName),
		image: requiredText(image),
		digest: text(imageDigest),
	});
}
