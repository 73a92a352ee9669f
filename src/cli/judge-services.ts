import type { Aws } from '../aws/aws.ts';
import { attention, type Attention } from '../diagnosis/attention.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { lastSegment, regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { scalingResourceId } from '../store/find-service.ts';
import type { Io } from './io.ts';
import { createOptional, type Optional } from './optional.ts';
import { runningTasks } from './running-tasks.ts';

const MINUTE = 60_000;

/** What is thought of a service, and what could not be read for it: `metrics`. */
export type Judgement = Attention & { readonly without?: readonly string[] };

/**
 * Judges services by the evidence that the console has: what stopped, scaling and metrics of all (a call per cluster,
 * per 50 scalable targets, 10 policies, 250 services), and the running tasks and targets of those that are not fine.
 * @param onCount hears how many are judged
 * @throws {AwsCallError} only when the signal comes
 */
export async function judgeServices(
	aws: Aws,
	services: readonly Service[],
	io: Io,
	onCount: (count: number) => void,
): Promise<ReadonlyMap<string, Judgement>> {
	const { optional, lackedBy } = createOptional('STATE and WHY', io);
	const regions = Map.groupBy(services, ({ clusterArn }) => regionOf(clusterArn));
	const scaling = new Map(
		[...regions].map(([region, members]) => [
			region,
			optional('scaling', members, aws.scaling(region, undefined, io.signal)),
		]),
	);
	const judged = new Map<string, Judgement>();
	const judge = async (clusterArn: string, members: readonly Service[]): Promise<void> => {
		const wide = { aws, clusterArn, services: members, scaling: scaling.get(regionOf(clusterArn)), io, optional };
		const evidence = await readWidely(wide);
		const fine = (one: Evidence): boolean => attention(one, io.now()).level === 'fine';
		const suspects = evidence.filter((one) => !fine(one));
		const running = runningTasks({ ...wide, services: suspects.map(({ service }) => service), all: members });
		await Promise.all(
			evidence.map(async (one) => {
				const all = fine(one) ? one : await readClosely(wide, one, running);
				const without = lackedBy(one.service);
				const found = attention(all, io.now());
				judged.set(one.service.serviceArn, { ...found, ...(without.length > 0 ? { without } : {}) });
				onCount(judged.size);
			}),
		);
	};
	const byCluster = Map.groupBy(services, ({ clusterArn }) => clusterArn);
	await Promise.all([...byCluster].map(([clusterArn, members]) => judge(clusterArn, members)));
	return judged;
}

type Wide = {
	readonly aws: Aws;
	readonly clusterArn: string;
	/** Of the cluster. */
	readonly services: readonly Service[];
	/** Of the cluster's region. */
	readonly scaling: Promise<Awaited<ReturnType<Aws['scaling']>> | undefined> | undefined;
	readonly io: Io;
	readonly optional: Optional;
};

/** What is cheap to read for all services of a cluster. */
async function readWidely(wide: Wide): Promise<readonly Evidence[]> {
	const { aws, clusterArn, services, io, optional } = wide;
	const { signal } = io;
	const clusterName = lastSegment(clusterArn);
	const names = services.map(({ serviceName }) => ({ clusterName, serviceName }));
	const to = Math.floor(io.now() / MINUTE) * MINUTE;
	const range = { from: to - 10 * MINUTE, to, periodMs: MINUTE };
	const [stopped, scaling, metrics] = await Promise.all([
		optional('stopped tasks', services, aws.tasks(clusterArn, { desiredStatus: 'STOPPED' }, { signal })),
		wide.scaling,
		optional('metrics', services, aws.serviceMetrics(regionOf(clusterArn), names, range, signal)),
	]);
	return services.map((service) => ({
		service,
		tasks: stopped?.filter(({ group }) => group === `service:${service.serviceName}`),
		scaling: scaling && (scaling.get(scalingResourceId(clusterArn, service.serviceArn)) ?? null),
		metrics: metrics?.get(`${clusterName}/${service.serviceName}`),
	}));
}

/** What only services need that are not fine: their running tasks and the health of their targets. */
async function readClosely(
	{ aws, io, optional }: Wide,
	evidence: Evidence,
	runningTasksOf: ReturnType<typeof runningTasks>,
): Promise<Evidence> {
	const { service } = evidence;
	const groups = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
	const [running, ...targets] = await Promise.all([
		runningTasksOf(service),
		...groups.map((group) => optional('target health', [service], aws.targetHealth(group, io.signal))),
	]);
	return {
		...evidence,
		tasks: [...(evidence.tasks ?? []), ...(running ?? [])],
		targets: targets.flatMap((each) => each ?? []),
	};
}
