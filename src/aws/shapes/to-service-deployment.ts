import type * as ecs from '@aws-sdk/client-ecs';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';

/** @param taskDefinitions of the service revisions, both by ARN: a deployment names revisions only. */
export function toServiceDeployment(
	deployment: ecs.ServiceDeployment,
	taskDefinitions: ReadonlyMap<string, string>,
): ServiceDeployment {
	const definitionOf = (revision: string | undefined) => text(taskDefinitions.get(revision ?? ''));
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
		sourceTaskDefinitions: list(deployment.sourceServiceRevisions)
			.map(({ arn }) => definitionOf(arn))
			.filter((definition) => definition !== undefined),
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
