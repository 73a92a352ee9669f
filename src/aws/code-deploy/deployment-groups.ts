import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import { AwsCallError } from '../aws-call-error.ts';
import { batches } from '../batches.ts';
import type { Connection } from '../connection.ts';
import type { Connections } from '../connections.ts';
import { allItems } from '../pages.ts';
import { list } from '../shapes/scalars.ts';
import { toDeploymentGroup } from '../shapes/to-deployment-group.ts';

/** A service by its names, as CodeDeploy knows it. */
export type NamedService = { readonly region: string; readonly clusterName: string; readonly serviceName: string };

type CodeDeploy = Connection<codedeploy.CodeDeploy>;

/** The most that BatchGetApplications and BatchGetDeploymentGroups take (CodeDeploy API reference). */
const MOST = 100;

type Names = { readonly applicationName: string; readonly deploymentGroupName: string };

/** Reads the deployment groups that deploy a service. */
export type DeploymentGroupReader = (
	service: NamedService,
	signal?: AbortSignal,
) => Promise<readonly DeploymentGroup[]>;

/**
 * Finds a service's deployment group by the names that the ECS console gives, `AppECS-<cluster>-<service>` and `DgpECS-…`, in
 * one call; where that is not it, by looking through the applications of the region. What was found so is remembered: it
 * takes a dozen calls and more, of an API that throttles soon.
 */
export function createDeploymentGroupReader(connections: Connections): DeploymentGroupReader {
	const found = new Map<string, Names>();
	return async (service, signal) => {
		const { region, clusterName, serviceName } = service;
		const key = `${region}/${clusterName}/${serviceName}`;
		const connection = connections.to('codedeploy', region);
		const names = found.get(key) ?? {
			applicationName: `AppECS-${clusterName}-${serviceName}`,
			deploymentGroupName: `DgpECS-${clusterName}-${serviceName}`,
		};
		const known = await named(connection, names, signal);
		const candidates = known && deploys(service)(known) ? [known] : await search(connection, signal);
		const groups = candidates.filter(deploys(service)).map((group) => toDeploymentGroup(group, region));
		const [only, another] = groups;
		if (only && !another) found.set(key, only);
		else found.delete(key);
		return groups;
	};
}

function deploys({ clusterName, serviceName }: NamedService) {
	return ({ ecsServices }: codedeploy.DeploymentGroupInfo): boolean =>
		list(ecsServices).some((one) => one.clusterName === clusterName && one.serviceName === serviceName);
}

async function named(
	connection: CodeDeploy,
	{ applicationName, deploymentGroupName }: Names,
	signal: AbortSignal | undefined,
): Promise<codedeploy.DeploymentGroupInfo | undefined> {
	try {
		const { deploymentGroupInfo } = await connection.call(
			'GetDeploymentGroup',
			(client, options) => client.getDeploymentGroup({ applicationName, deploymentGroupName }, options),
			signal,
		);
		return deploymentGroupInfo;
	} catch (error) {
		if (error instanceof AwsCallError && error.failure.kind === 'not-found') return undefined;
		throw error;
	}
}

async function search(
	connection: CodeDeploy,
	signal: AbortSignal | undefined,
): Promise<readonly codedeploy.DeploymentGroupInfo[]> {
	const names = await allItems(async (nextToken) => {
		const page = await connection.call(
			'ListApplications',
			(client, options) => client.listApplications({ nextToken }, options),
			signal,
		);
		return { items: list(page.applications), nextToken: page.nextToken };
	});
	const applications = await Promise.all(
		batches(names, MOST).map((applicationNames) =>
			connection.call(
				'BatchGetApplications',
				(client, options) => client.batchGetApplications({ applicationNames: [...applicationNames] }, options),
				signal,
			),
		),
	);
	const ours = applications
		.flatMap(({ applicationsInfo }) => list(applicationsInfo))
		.filter(({ computePlatform }) => computePlatform === 'ECS');
	const groups = await Promise.all(ours.map(({ applicationName }) => groupsOf(connection, applicationName, signal)));
	return groups.flat();
}

async function groupsOf(
	connection: CodeDeploy,
	applicationName: string | undefined,
	signal: AbortSignal | undefined,
): Promise<readonly codedeploy.DeploymentGroupInfo[]> {
	const names = await allItems(async (nextToken) => {
		const page = await connection.call(
			'ListDeploymentGroups',
			(client, options) => client.listDeploymentGroups({ applicationName, nextToken }, options),
			signal,
		);
		return { items: list(page.deploymentGroups), nextToken: page.nextToken };
	});
	const described = await Promise.all(
		batches(names, MOST).map((deploymentGroupNames) =>
			connection.call(
				'BatchGetDeploymentGroups',
				(client, options) =>
					client.batchGetDeploymentGroups(
						{ applicationName, deploymentGroupNames: [...deploymentGroupNames] },
						options,
					),
				signal,
			),
		),
	);
	return described.flatMap(({ deploymentGroupsInfo }) => list(deploymentGroupsInfo));
}
