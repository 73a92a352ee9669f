import type { Aws } from '../aws/aws.ts';
import { attention } from '../diagnosis/attention.ts';
import { byAttention } from '../diagnosis/by-attention.ts';
import { regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { serviceEvidence, type ServiceEvidence } from '../store/service-evidence.ts';
import type { Io } from './io.ts';
import { optionalReadings } from './optional-readings.ts';
import { type ClusterReading, readClosely, readInDetail, readWidely } from './read-evidence.ts';
import { runningTasks } from './running-tasks.ts';

/** What is known of a service, and what could not be read for it: `metrics`. */
export type Gathered = { readonly evidence: ServiceEvidence; readonly without: readonly string[] };

export type GatherOptions = {
	/** Hears of how many services all is read. */
	readonly onCount: (count: number) => void;
	/** What dead tasks said last, too, of these services by ARN, which are read in detail then, or of the worst few of each cluster. */
	readonly lastLines?: ReadonlySet<string> | 'of the worst';
	/** Those that are fine are read as closely as the others. */
	readonly all?: boolean;
};

/** So many of a cluster, those that need it most, are read in detail: as many as the console does. */
const IN_DETAIL = 10;

/** Of so many last lines are read unasked: an account has five such calls a second (CloudWatch Logs quotas, FilterLogEvents). */
const HEARD = 3;

/**
 * Reads once what the console judges services by, by service ARN: what stopped, scaling and metrics of all (a call per
 * cluster, per 50 scalable targets, 10 policies, 250 services), the running tasks and targets of those that are not fine,
 * and of the worst all that tells why.
 * @throws {AwsCallError} only when the signal comes
 */
export async function gatherEvidence(
	aws: Aws,
	services: readonly Service[],
	io: Io,
	{ onCount, lastLines = new Set(), all = false }: GatherOptions,
): Promise<ReadonlyMap<string, Gathered>> {
	const { optional, lackedBy } = optionalReadings(io, 'STATE and WHY', 'are judged');
	const regions = Map.groupBy(services, ({ clusterArn }) => regionOf(clusterArn));
	const scaling = new Map(
		[...regions].map(([region, members]) => [
			region,
			optional('scaling', members, aws.scaling(region, undefined, io.signal)),
		]),
	);
	const gathered = new Map<string, Gathered>();

	function take(evidence: ServiceEvidence): void {
		const { service } = evidence;
		gathered.set(service.serviceArn, { evidence, without: lackedBy(service) });
		onCount(gathered.size);
	}

	function isAskedFor({ serviceArn }: Service): boolean {
		return lastLines !== 'of the worst' && lastLines.has(serviceArn);
	}

	async function gatherOf(cluster: ClusterReading): Promise<void> {
		const wide = await readWidely(cluster);
		const judged = cluster.services.map((service) => {
			const evidence = serviceEvidence(wide, service);
			return { service, evidence, attention: attention(evidence, io.now()) };
		});
		const isSuspect = ({ attention: { level }, service }: (typeof judged)[number]): boolean =>
			all || level !== 'fine' || isAskedFor(service);
		for (const one of judged) if (!isSuspect(one)) take(one.evidence);
		const suspects = judged.filter(isSuspect).toSorted(byAttention);
		const members = suspects.map(({ service }) => service);
		const running = runningTasks({ ...cluster, services: members, all: cluster.services });
		const close = await readClosely(cluster, wide, members, running);
		const worst = members.slice(0, IN_DETAIL);
		const heard = lastLines === 'of the worst' ? worst.slice(0, HEARD) : members.filter(isAskedFor);
		const detailed = await readInDetail(cluster, close, [...new Set([...heard, ...worst])], heard);
		for (const service of members) take(serviceEvidence(detailed, service));
	}

	const byCluster = Map.groupBy(services, ({ clusterArn }) => clusterArn);
	await Promise.all(
		[...byCluster].map(([clusterArn, members]) =>
			gatherOf({ aws, clusterArn, services: members, scaling: scaling.get(regionOf(clusterArn)), io, optional }),
		),
	);
	return gathered;
}
