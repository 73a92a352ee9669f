import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { primaryDeployment, type Deployment, type Service } from '../../model/service.ts';
import { seen } from '../look.ts';
import type { Outcome } from '../outcome.ts';
import type { OurDeployment } from './our-deployment.ts';
import type { RolloutSight } from './rollout-sight.ts';
import { isRollingBack } from './to-rollout.ts';

/** How ECS's own rollback begins its reason (deployment circuit breaker and alarms). */
const ROLLS_BACK = /rolling back to deploymentId/u;

/**
 * How a deployment ended; undefined while it goes on. One that was rolled back has failed, whatever the service looks like
 * then.
 */
export function judgeDeployment(
	sight: RolloutSight,
	ours: OurDeployment,
	rollout: ServiceDeployment | undefined,
): Outcome | undefined {
	const { service } = sight;
	const revision = familyRevision(ours.taskDefinition);
	if (!service) return failed(`The service is gone: it was deleted while ${revision} was deployed.`);
	if (service.status !== 'ACTIVE') {
		return failed(
			`${service.serviceName} is being deleted (${service.status}): ${revision} is not deployed any further.`,
		);
	}
	const other = successor(sight, ours, rollout);
	if (rollout)
		return byStatus(service, ours, rollout, other) ?? (isRollingBack(rollout) ? undefined : overtaken(ours, other));
	return byDeployments(service, ours, other);
}

/** What the service deployment's own status says, once it has ended. */
function byStatus(
	service: Service,
	ours: OurDeployment,
	rollout: ServiceDeployment,
	other: string | undefined,
): Outcome | undefined {
	const revision = familyRevision(ours.taskDefinition);
	const because = reasons(rollout);
	switch (rollout.status) {
		case 'SUCCESSFUL':
			return succeeded(service, ours, other);
		case 'ROLLBACK_SUCCESSFUL': {
			const back = rollout.rollbackTaskDefinition ?? rollout.sourceTaskDefinitions[0];
			return failed(
				`${revision} failed, and was rolled back to ${back === undefined ? 'what was before' : familyRevision(back)}.${because}`,
			);
		}
		case 'ROLLBACK_FAILED':
			return {
				...failed(`${revision} failed, and so did rolling it back.${because}`),
				next: `Look at ${service.serviceName} now: \`deckwatch events ${service.serviceName}\`.`,
			};
		case 'STOPPED':
			return (
				overtaken(ours, other) ?? {
					...failed(`The deployment of ${revision} was stopped.${because}`),
					stuck: ours.deploymentId,
				}
			);
		default:
			return undefined;
	}
}

function reasons({ rollbackReason, statusReason, alarms }: ServiceDeployment): string {
	const why = rollbackReason ?? statusReason;
	const fired = alarms?.triggeredAlarmNames ?? [];
	return [
		...(why === undefined ? [] : [`\n${why}`]),
		...(fired.length > 0 ? [`\nAlarms that fired: ${fired.join(', ')}.`] : []),
	].join('');
}

function succeeded(
	service: Service,
	{ deploymentId, taskDefinition }: OurDeployment,
	other: string | undefined,
): Outcome {
	const { serviceName, desiredCount, deployments } = service;
	const revision = familyRevision(taskDefinition);
	if (other !== undefined) {
		return {
			state: 'done',
			text: `${revision} was rolled out; since then another deployment, of ${other}, has begun.`,
		};
	}
	const running = deployments.find(({ id }) => id === deploymentId)?.runningCount ?? desiredCount;
	// With early success criteria ECS does not wait for the last task.
	const early =
		running < desiredCount ? ` ECS calls it done already; ${running} of ${desiredCount} tasks run yet.` : '';
	return { state: 'done', text: `${serviceName} runs ${revision}.${early}` };
}

/** The revision of a deployment that began after ours and is no rollback of it. */
function successor(
	{ service, rollouts }: RolloutSight,
	ours: OurDeployment,
	rollout: ServiceDeployment | undefined,
): string | undefined {
	const younger = seen(rollouts)?.findLast(
		({ createdAt = 0, serviceDeploymentArn }) =>
			createdAt > (rollout?.createdAt ?? ours.createdAt) && serviceDeploymentArn !== rollout?.serviceDeploymentArn,
	);
	if (rollout) return younger && revisionName(younger);
	const primary = service && primaryDeployment(service);
	return primary && isYounger(primary, ours) && !ROLLS_BACK.test(primary.rolloutStateReason ?? '')
		? familyRevision(primary.taskDefinition)
		: undefined;
}

function revisionName({ targetTaskDefinition }: ServiceDeployment): string {
	return targetTaskDefinition === undefined ? 'another revision' : familyRevision(targetTaskDefinition);
}

function isYounger({ id, createdAt = 0 }: Deployment, ours: OurDeployment): boolean {
	return id !== ours.deploymentId && createdAt > ours.createdAt;
}

function overtaken({ taskDefinition }: OurDeployment, other: string | undefined): Outcome | undefined {
	if (other === undefined) return undefined;
	return failed(`Another deployment, of ${other}, took the place of ${familyRevision(taskDefinition)}.`);
}

/** For who may not look at service deployments, and servers without them. */
function byDeployments(service: Service, ours: OurDeployment, other: string | undefined): Outcome | undefined {
	const { serviceName } = service;
	const own = service.deployments.find(({ id }) => id === ours.deploymentId);
	const primary = primaryDeployment(service);
	const revision = familyRevision(ours.taskDefinition);
	if (own && own === primary) {
		if (own.rolloutState === 'FAILED') {
			const why = own.rolloutStateReason ?? 'ECS gives no reason';
			return { ...failed(`${revision} failed: ${why}`), stuck: ours.deploymentId };
		}
		return isComplete(own, service) ? { state: 'done', text: `${serviceName} runs ${revision}.` } : undefined;
	}
	if (other !== undefined) return overtaken(ours, other);
	// What is PRIMARY now is older, or says that it is where ECS rolls back to.
	if (!primary || !isComplete(primary, service)) return undefined;
	return failed(`${revision} failed, and was rolled back to ${familyRevision(primary.taskDefinition)}.`);
}

function isComplete(one: Deployment, { desiredCount, deployments }: Service): boolean {
	if (one.rolloutState !== undefined && one.rolloutState !== 'COMPLETED') return false;
	return deployments.length === 1 && one.runningCount === desiredCount && one.pendingCount === 0;
}

function failed(text: string): Outcome {
	return { state: 'failed', text };
}
