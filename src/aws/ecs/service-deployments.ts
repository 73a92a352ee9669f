import type * as ecs from '@aws-sdk/client-ecs';
import { regionOf } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { batches } from '../batches.ts';
import type { Connection } from '../connection.ts';
import type { Connections } from '../connections.ts';
import { list } from '../shapes/scalars.ts';
import { toServiceDeployment, type RevisionFacts } from '../shapes/to-service-deployment.ts';

/** The most that DescribeServiceDeployments and DescribeServiceRevisions take (ECS API reference). */
const MOST = 20;

/**
 * The newest twenty deployments of a service, newest first, with the task definitions that their revisions stand for. No
 * more: that is one page and one describe, every few seconds while they are on screen, and what changed tonight is in it.
 */
export async function readServiceDeployments(
	connections: Connections,
	serviceArn: string,
	clusterArn: string,
	signal?: AbortSignal,
): Promise<readonly ServiceDeployment[]> {
	const connection = connections.to('ecs', regionOf(serviceArn));
	const newest = await connection.call(
		'ListServiceDeployments',
		(client, options) =>
			client.listServiceDeployments({ service: serviceArn, cluster: clusterArn, maxResults: MOST }, options),
		signal,
	);
	const arns = list(newest.serviceDeployments).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
	if (arns.length === 0) return [];
	const described = await connection.call(
		'DescribeServiceDeployments',
		(client, options) => client.describeServiceDeployments({ serviceDeploymentArns: arns }, options),
		signal,
	);
	const deployments = list(described.serviceDeployments);
	const revisions = await factsOf(connection, revisionsOf(deployments), signal);
	return deployments
		.map((deployment) => toServiceDeployment(deployment, revisions))
		.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

function revisionsOf(deployments: readonly ecs.ServiceDeployment[]): readonly string[] {
	const revisions = deployments.flatMap(({ targetServiceRevision, sourceServiceRevisions, rollback }) => [
		targetServiceRevision?.arn,
		...list(sourceServiceRevisions).map(({ arn }) => arn),
		rollback?.serviceRevisionArn,
	]);
	return [...new Set(revisions.flatMap((arn) => arn ?? []))];
}

/** What service revisions stand for, by ARN. */
async function factsOf(
	connection: Connection<ecs.ECS>,
	revisions: readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, RevisionFacts>> {
	const described = await Promise.all(
		batches(revisions, MOST).map((arns) =>
			connection.call(
				'DescribeServiceRevisions',
				(client, options) => client.describeServiceRevisions({ serviceRevisionArns: [...arns] }, options),
				signal,
			),
		),
	);
	return new Map(
		described
			.flatMap(({ serviceRevisions }) => list(serviceRevisions))
			.map((revision) => [revision.serviceRevisionArn ?? '', revision]),
	);
}
