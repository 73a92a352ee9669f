import { regionOf } from '../model/arn.ts';
import { type Cluster, isNamed } from '../model/cluster.ts';
import { isPattern } from '../model/name-pattern.ts';
import type { Service } from '../model/service.ts';
import { gather, type Gathered } from './gather.ts';
import { parseServiceName } from './service-name.ts';
import type { Target } from './target.ts';
import { UsageError } from './usage-error.ts';

/** A service and the cluster it was found in. */
export type FoundService = { readonly cluster: Cluster; readonly service: Service };

/**
 * The clusters asked for, or all of the target's regions.
 * @throws {UsageError} naming what there is, when one asked for is not there
 * @throws {AwsCallError} when no region answers, or it cannot be told whether one asked for is there
 */
export async function findClusters(target: Target, signal: AbortSignal): Promise<Gathered<Cluster>> {
	const { aws, clusterNames, regions } = target;
	const name = (region: string): string => region;
	if (clusterNames.length === 0) return gather(regions, name, (region) => aws.clusters(region, signal));
	const byRegion = namesByRegion(clusterNames, regions);
	const gathered = await gather([...byRegion.keys()], name, async (region) => {
		const names = byRegion.get(region) ?? [];
		if (!names.some(isPattern)) return aws.describeClusters(region, names, signal);
		const all = await aws.clusters(region, signal);
		return all.filter((cluster) => names.some((one) => isNamed(cluster, one)));
	});
	const { found, missing } = gathered;
	// A pattern promises nothing while something is found.
	const absent = clusterNames.find(
		(one) => !found.some((cluster) => isNamed(cluster, one)) && !(isPattern(one) && found.length > 0),
	);
	if (absent === undefined) return gathered;
	if (missing[0]) throw missing[0].error;
	throw new UsageError(
		`There is no cluster "${absent}" in ${[...byRegion.keys()].join(', ')}.${await listed(target, signal)}`,
	);
}

/** An ARN says itself in which region to look. */
function namesByRegion(names: readonly string[], regions: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const places = names.flatMap((name) =>
		(regionOf(name) ? [regionOf(name)] : regions).map((region) => ({ name, region })),
	);
	const byRegion = Map.groupBy(places, ({ region }) => region);
	return new Map([...byRegion].map(([region, all]) => [region, [...new Set(all.map(({ name }) => name))]]));
}

/** Every service of the target, with the cluster it is in; `onCount` hears how many have come. */
export async function findServices(
	target: Target,
	signal: AbortSignal,
	onCount?: (count: number) => void,
): Promise<Gathered<FoundService>> {
	const clusters = await findClusters(target, signal);
	let count = 0;
	const services = await gather(clusters.found, nameAndRegion, async (cluster) => {
		const found = await target.aws.services(cluster.clusterArn, {
			signal,
			onBatch: (batch) => onCount?.((count += batch.length)),
		});
		return found.map((service) => ({ cluster, service }));
	});
	return { found: services.found, missing: [...clusters.missing, ...services.missing] };
}

/**
 * The one service that is meant. A deleted one, which ECS remembers for a while, only where no other has the name.
 * @throws {UsageError} when there is none, or when several clusters have one
 * @throws {AwsCallError} when a cluster or region it may be in cannot be read
 */
export async function findService(target: Target, name: string, signal: AbortSignal): Promise<FoundService> {
	const { serviceName, clusterName, region } = parseServiceName(name);
	const { found: clusters, missing } = await findClusters(
		{
			...target,
			...(region === undefined ? {} : { regions: [region] }),
			...(clusterName === undefined ? {} : { clusterNames: [clusterName] }),
		},
		signal,
	);
	if (missing[0]) throw missing[0].error;
	const perCluster = await Promise.all(
		clusters.map(async (cluster) => {
			const services = await target.aws.describeServices(cluster.clusterArn, [serviceName], { signal });
			return services.map((service) => ({ cluster, service }));
		}),
	);
	const found = perCluster.flat();
	const active = found.filter(({ service }) => service.status !== 'INACTIVE');
	const [first, second] = active.length > 0 ? active : found;
	if (first && !second) return first;
	if (first) {
		throw new UsageError(
			`"${serviceName}" is in several clusters: ${active.map(({ cluster }) => nameAndRegion(cluster)).join(', ')}.\n` +
				`  Say which with --cluster, or as ${first.cluster.clusterName}/${serviceName}.`,
		);
	}
	const names = clusters.map((cluster) => cluster.clusterName).join(', ');
	throw new UsageError(
		`There is no service "${serviceName}" in ${names || 'any cluster'}. \`deckwatch services\` lists them.`,
	);
}

function nameAndRegion({ clusterName, region }: Cluster): string {
	return `${clusterName} (${region})`;
}

/** What there is instead, as far as that can be told. */
async function listed({ aws, regions }: Target, signal: AbortSignal): Promise<string> {
	const lists = await Promise.allSettled(regions.map((region) => aws.clusters(region, signal)));
	if (lists.some(({ status }) => status === 'rejected')) return '';
	const clusters = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
	return clusters.length === 0
		? ' There are no clusters at all: is this the right account and region?'
		: ` There are: ${clusters.map(({ clusterName }) => clusterName).join(', ')}.`;
}
