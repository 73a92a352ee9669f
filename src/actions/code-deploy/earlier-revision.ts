import type { Aws } from '../../aws/aws.ts';
import { taskDefinitionIn, type AppSpec } from '../../model/app-spec.ts';
import type { CodeDeployment, DeploymentGroup } from '../../model/code-deploy.ts';

/** A deployment that succeeded, with what it was told. */
export type EarlierRevision = {
	readonly deploymentId: string;
	readonly taskDefinition: string;
	readonly appSpec: AppSpec;
};

/** AppSpecs that are read at most, newest first: a service that was deployed so often with the same one has no near past. */
const MOST = 10;

/**
 * The newest deployment that succeeded with another task definition than the present one; undefined when there is none.
 * @throws {AwsCallError} when an AppSpec cannot be read
 */
export async function readEarlierRevision(
	aws: Aws,
	group: DeploymentGroup,
	{ deployments, present }: { readonly deployments: readonly CodeDeployment[]; readonly present: string },
	signal?: AbortSignal,
): Promise<EarlierRevision | undefined> {
	const succeeded = deployments.flatMap(({ status, sha256, deploymentId }) =>
		status === 'Succeeded' && sha256 !== undefined ? [{ sha256, deploymentId }] : [],
	);
	const distinct = succeeded.filter(
		({ sha256 }, place) => succeeded.findIndex((other) => other.sha256 === sha256) === place,
	);
	for (const { sha256, deploymentId } of distinct.slice(0, MOST)) {
		// oxlint-disable-next-line no-await-in-loop -- the first that fits ends it
		const appSpec = await aws.appSpec(group, sha256, signal);
		const taskDefinition = taskDefinitionIn(appSpec);
		if (taskDefinition !== undefined && taskDefinition !== present) return { deploymentId, taskDefinition, appSpec };
	}
	return undefined;
}
