import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import { attention, type Attention } from '../diagnosis/attention.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { lastSegment, regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { scalingResourceId } from '../store/find-service.ts';
import { complainOnce } from './complain-once.ts';
import type { Io } from './io.ts';

const MINUTE = 60_000;

/** A reading that may be refused: then that is said, and services are judged without it. */
type Optional = <T>(what: string, read: Promise<T>) => Promise<T | undefined>;

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
	const complain = complainOnce(io);
	const optional: Optional = async (what, read) => {
		try {
			return await read;
		} catch (error) {
			if (!(error instanceof AwsCallError) || io.signal.aborted) throw error;
			complain(`STATE and WHY are judged without ${what}`, error.failure);
			return undefined;
		}
	};
	const regions = [...new Set(services.map(({ clusterArn }) => regionOf(clusterArn)))];
	const scaling = new Map(
		regions.map((region) => [region, optional('scaling', aws.scaling(region, undefined, io.signal))]),
	);
	const evidence = await Promise.all(
		Array.from(
			Map.groupBy(services, ({ clusterArn }) => clusterArn),
			([clusterArn, members]) =>
				readWidely({ aws, clusterArn, services: members, scaling: scaling.get(regionOf(clusterArn)), io, optional }),
		),
	);
	const judged = evidence.flat().map(async (wide): Promise<[string, Attention]> => {
		const first = attention(wide, io.now());
		const closer = first.level === 'fine' ? undefined : await readClosely(aws, wide, io.signal, optional);
		return [wide.service.serviceArn, closer ? attention(closer, io.now()) : first];
	});
	return new Map(await Promise.all(judged));
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
		optional('stopped tasks', aws.tasks(clusterArn, { desiredStatus: 'STOPPED' }, { signal })),
		wide.scaling,
		optional('metrics', aws.serviceMetrics(regionOf(clusterArn), names, range, signal)),
	]);
	return services.map((service) => ({
		service,
		tasks: stopped?.filter(({ group }) => group === `service:${service.serviceName}`),
		scaling: scaling && (scaling.get(scalingResourceId(clusterArn, service.serviceArn)) ?? null),
		metrics: metrics?.get(`${clusterName}/${service.serviceName}`),
	}));
}

/** What takes calls for each service: its running tasks and the health of its targets. */
async function readClosely(aws: Aws, evidence: Evidence, signal: AbortSignal, optional: Optional): Promise<Evidence> {
	const { clusterArn, serviceName, loadBalancers } = evidence.service;
	const groups = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
	const [running, ...targets] = await Promise.all([
		optional('running tasks', aws.tasks(clusterArn, { serviceName, desiredStatus: 'RUNNING' }, { signal })),
		...groups.map((group) => optional('target health', aws.targetHealth(group, signal))),
	]);
	return {
		...evidence,
		tasks: [...(evidence.tasks ?? []), ...(running ?? [])],
		targets: targets.flatMap((each) => each ?? []),
	};
}
