import type { Aws } from '../aws/aws.ts';
import { attention, type Attention } from '../diagnosis/attention.ts';
import { regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { serviceEvidence } from '../store/service-evidence.ts';
import type { Io } from './io.ts';
import { optionalReadings } from './optional-readings.ts';
import { type ClusterReading, readClosely, readWidely } from './read-evidence.ts';

/**
 * Judges services by the evidence that the console has: what stopped, scaling and metrics of all (a call per cluster,
 * per 50 scalable targets, 10 policies, 250 services), and the running tasks and targets of those that are not fine.
 * @throws {AwsCallError} only when the signal comes
 */
export async function judgeServices(
	aws: Aws,
	services: readonly Service[],
	io: Io,
): Promise<ReadonlyMap<string, Attention>> {
	const optional = optionalReadings(io, 'STATE and WHY are judged without');
	const regions = [...new Set(services.map(({ clusterArn }) => regionOf(clusterArn)))];
	const scaling = new Map(
		regions.map((region) => [region, optional('scaling', aws.scaling(region, undefined, io.signal))]),
	);
	const clusters = Map.groupBy(services, ({ clusterArn }) => clusterArn);
	const judged = Array.from(clusters, ([clusterArn, members]) =>
		judgeCluster({ aws, clusterArn, services: members, scaling: scaling.get(regionOf(clusterArn)), io, optional }),
	);
	return new Map((await Promise.all(judged)).flat());
}

async function judgeCluster(cluster: ClusterReading): Promise<readonly (readonly [string, Attention])[]> {
	const { services, io } = cluster;
	const picture = await readWidely(cluster);
	return Promise.all(
		services.map(async (service) => {
			const first = attention(serviceEvidence(picture, service), io.now());
			if (first.level === 'fine') return [service.serviceArn, first] as const;
			const closer = await readClosely(cluster, picture, service);
			return [service.serviceArn, attention(serviceEvidence(closer, service), io.now())] as const;
		}),
	);
}
