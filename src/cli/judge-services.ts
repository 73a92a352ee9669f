import type { Aws } from '../aws/aws.ts';
import { attention } from '../diagnosis/attention.ts';
import { judgeCluster, type Judged } from '../diagnosis/judge-cluster.ts';
import { regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { serviceEvidence } from '../store/service-evidence.ts';
import type { Io } from './io.ts';
import { optionalReadings } from './optional-readings.ts';
import { readClosely, readWidely } from './read-evidence.ts';
import { runningTasks } from './running-tasks.ts';

/** What is thought of a service, by what, and what could not be read for it: `metrics`. */
export type Judgement = Judged & { readonly without: readonly string[] };

/**
 * Judges services by the evidence that the console has: what stopped, scaling and metrics of all (a call per cluster,
 * per 50 scalable targets, 10 policies, 250 services), and the running tasks and targets of those that are not fine.
 * @param onCount hears how many are judged
 * @param isWanted which ones are looked at closely even when they are fine
 * @throws {AwsCallError} only when the signal comes
 */
export async function judgeServices(
	aws: Aws,
	services: readonly Service[],
	io: Io,
	onCount: (count: number) => void,
	isWanted: (service: Service) => boolean = () => false,
): Promise<ReadonlyMap<string, Judgement>> {
	const { optional, lackedBy } = optionalReadings(io, 'STATE and WHY', 'are judged');
	const regions = Map.groupBy(services, ({ clusterArn }) => regionOf(clusterArn));
	const scaling = new Map(
		[...regions].map(([region, members]) => [
			region,
			optional('scaling', members, aws.scaling(region, undefined, io.signal)),
		]),
	);
	const judged = new Map<string, Judgement>();
	const judge = async (clusterArn: string, members: readonly Service[]): Promise<void> => {
		const cluster = { aws, clusterArn, services: members, scaling: scaling.get(regionOf(clusterArn)), io, optional };
		const picture = await readWidely(cluster);
		const isFine = (service: Service): boolean =>
			attention(serviceEvidence(picture, service), io.now()).level === 'fine';
		const suspects = new Set(members.filter((service) => isWanted(service) || !isFine(service)));
		const running = runningTasks({ ...cluster, services: [...suspects], all: members });
		await Promise.all(
			members.map(async (service) => {
				const all = suspects.has(service) ? await readClosely(cluster, picture, service, running) : picture;
				const evidence = serviceEvidence(all, service);
				const found = attention(evidence, io.now());
				judged.set(service.serviceArn, { evidence, attention: found, without: lackedBy(service) });
				onCount(judged.size);
			}),
		);
	};
	const byCluster = Map.groupBy(services, ({ clusterArn }) => clusterArn);
	await Promise.all([...byCluster].map(([clusterArn, members]) => judge(clusterArn, members)));
	const clusters = Map.groupBy(judged.values(), ({ evidence }) => evidence.service.clusterArn);
	const together = [...clusters.values()].flatMap((members) => judgeCluster(members, io.now()));
	return new Map(together.map((one) => [one.evidence.service.serviceArn, one]));
}
