import type { CodeDeployment, CodeDeployTarget, DeploymentGroup } from '../../model/code-deploy.ts';
import type { Connections } from '../connections.ts';
import { list } from '../shapes/scalars.ts';
import { toCodeDeployTarget } from '../shapes/to-code-deploy-target.ts';
import { toCodeDeployment } from '../shapes/to-code-deployment.ts';

/** The most that BatchGetDeployments takes (CodeDeploy API reference). */
const MOST = 25;

/**
 * Some twenty of a group's newest deployments, newest first. CodeDeploy does not promise an order in its lists: the last one
 * tried and the last that succeeded, which the group itself names, are always in.
 */
export async function readCodeDeployments(
	connections: Connections,
	{ region, applicationName, deploymentGroupName, lastDeploymentIds }: DeploymentGroup,
	signal?: AbortSignal,
): Promise<readonly CodeDeployment[]> {
	const connection = connections.to('codedeploy', region);
	const { deployments } = await connection.call(
		'ListDeployments',
		(client, options) => client.listDeployments({ applicationName, deploymentGroupName }, options),
		signal,
	);
	const ids = [...new Set([...lastDeploymentIds, ...list(deployments)])].slice(0, MOST);
	if (ids.length === 0) return [];
	const { deploymentsInfo } = await connection.call(
		'BatchGetDeployments',
		(client, options) => client.batchGetDeployments({ deploymentIds: ids }, options),
		signal,
	);
	return list(deploymentsInfo)
		.map(toCodeDeployment)
		.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

/** One deployment by its id. */
export async function readCodeDeployment(
	connections: Connections,
	region: string,
	deploymentId: string,
	signal?: AbortSignal,
): Promise<CodeDeployment> {
	const { deploymentInfo } = await connections
		.to('codedeploy', region)
		.call('GetDeployment', (client, options) => client.getDeployment({ deploymentId }, options), signal);
	return toCodeDeployment(deploymentInfo ?? { deploymentId });
}

/** How far a deployment is with its service. */
export async function readCodeDeployTarget(
	connections: Connections,
	{
		region,
		clusterName,
		serviceName,
	}: { readonly region: string; readonly clusterName: string; readonly serviceName: string },
	deploymentId: string,
	signal?: AbortSignal,
): Promise<CodeDeployTarget> {
	// CodeDeploy API reference, BatchGetDeploymentTargets: `<clustername>:<servicename>`
	const targetId = `${clusterName}:${serviceName}`;
	const { deploymentTarget } = await connections
		.to('codedeploy', region)
		.call(
			'GetDeploymentTarget',
			(client, options) => client.getDeploymentTarget({ deploymentId, targetId }, options),
			signal,
		);
	return toCodeDeployTarget(deploymentTarget?.ecsTarget);
}
