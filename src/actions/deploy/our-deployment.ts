import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { seen } from '../look.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import type { RolloutSight } from './rollout-sight.ts';

/** The deployment that is followed: another one of the same revision is not it. */
export type OurDeployment = {
	/** `ecs-svc/…` */
	readonly deploymentId: string;
	readonly taskDefinition: string;
	/** When AWS says that it began, epoch ms. */
	readonly createdAt: number;
};

/** What was there before: none of it is ours. */
export type Before = Pick<DeploySnapshot, 'service' | 'history'>;

/** A service deployment is recorded a little before or after the deployment in the service, ms. */
const APART = 60_000;

/**
 * The deployment that the change of a service has started.
 * @param id that AWS answered with, if its answer came
 * @param wanted the revision that was asked for; undefined where the present one is only started anew
 */
export function findOurs(
	{ service }: RolloutSight,
	{ service: old }: Before,
	{ id, wanted = old.taskDefinition }: { readonly id: string | undefined; readonly wanted: string | undefined },
): OurDeployment | undefined {
	const found = service?.deployments.find(
		(one) =>
			one.taskDefinition === wanted &&
			!old.deployments.some((known) => known.id === one.id) &&
			(id === undefined ? one.status === 'PRIMARY' : one.id === id),
	);
	return found && { deploymentId: found.id, taskDefinition: found.taskDefinition, createdAt: found.createdAt ?? 0 };
}

/** The service deployment behind a deployment: of the same revision, not there before, and the nearest in time. */
export function rolloutOfOurs(
	{ rollouts }: RolloutSight,
	{ history }: Before,
	{ taskDefinition, createdAt }: OurDeployment,
): ServiceDeployment | undefined {
	const known = new Set(seen(history)?.map(({ serviceDeploymentArn }) => serviceDeploymentArn));
	const apart = (one: ServiceDeployment) => Math.abs((one.createdAt ?? 0) - createdAt);
	const [nearest] = (seen(rollouts) ?? [])
		.filter((one) => one.targetTaskDefinition === taskDefinition && !known.has(one.serviceDeploymentArn))
		.toSorted((a, b) => apart(a) - apart(b));
	return nearest && apart(nearest) < APART ? nearest : undefined;
}
