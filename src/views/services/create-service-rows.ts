import { attention } from '../../diagnosis/attention.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import type { AttentionLevel } from '../../diagnosis/attention.ts';
import { regionOf } from '../../model/arn.ts';
import type { TargetHealth } from '../../model/load-balancing.ts';
import { cpuTarget } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import type { Picture } from '../../store/picture.ts';
import { createMemo, sameItems } from '../memo.ts';
import type { ServiceRow } from './service-row.ts';
import { clusterName, shownClusters } from './shown-clusters.ts';

const ORDER: Readonly<Record<AttentionLevel, number>> = { failing: 0, degraded: 1, changing: 2, fine: 3 };

type Known = ReadonlyMap<string, { readonly parts: readonly unknown[]; readonly row: ServiceRow }>;

/**
 * Makes the function that lists the services of the shown clusters by attention, then by name. It keeps the
 * rows it made: one changed service costs one new row, and a picture that was seen before costs nothing.
 */
export function createServiceRows(): (
	picture: Picture,
	clusterArns: readonly string[],
	now: number,
) => readonly ServiceRow[] {
	let known: Known = new Map();
	const remembered = createMemo<readonly ServiceRow[]>();
	return (picture, clusterArns, now) => {
		const { services, serviceFailures, metrics, scaling, targetHealth, tasks, stoppedTasks } = picture;
		// Attention speaks of the last minutes: it is judged anew every ten seconds even when nothing came in.
		const judgedAt = Math.floor(now / 10_000) * 10_000;
		const inputs = [
			services,
			serviceFailures,
			metrics,
			scaling,
			targetHealth,
			tasks,
			stoppedTasks,
			picture.clusters,
			clusterArns,
			judgedAt,
		];
		return remembered(inputs, () => {
			known = new Map(
				shownClusters(picture, clusterArns)
					.flatMap((arn) => Object.values(services[arn]?.value ?? {}))
					.map((service) => [service.serviceArn, entry(picture, service, judgedAt, known)]),
			);
			return Array.from(known.values(), ({ row }) => row).toSorted(byAttention);
		});
	};
}

/** The row that is known, while what it is made of are the same objects. */
function entry(picture: Picture, service: Service, judgedAt: number, known: Known) {
	const parts = partsOf(picture, service, judgedAt);
	const before = known.get(service.serviceArn);
	return before && sameItems(before.parts, parts) ? before : { parts, row: makeRow(picture, service, judgedAt) };
}

function byAttention(a: ServiceRow, b: ServiceRow): number {
	const order = ORDER[a.attention.level] - ORDER[b.attention.level];
	return order || a.service.serviceName.localeCompare(b.service.serviceName, 'en');
}

function partsOf(picture: Picture, service: Service, judgedAt: number): readonly unknown[] {
	const { serviceArn, loadBalancers } = service;
	return [
		service,
		picture.metrics[serviceArn]?.value,
		picture.scaling[serviceArn]?.value,
		...loadBalancers.map(({ targetGroupArn }) => picture.targetHealth[targetGroupArn ?? '']?.value),
		picture.tasks[serviceArn]?.value,
		picture.stoppedTasks[service.clusterArn]?.value?.[`service:${service.serviceName}`],
		...Object.values(staleOf(picture, service)),
		judgedAt,
	];
}

function makeRow(picture: Picture, service: Service, now: number): ServiceRow {
	const { serviceArn, clusterArn } = service;
	const metrics = picture.metrics[serviceArn]?.value;
	const scaling = picture.scaling[serviceArn]?.value ?? undefined;
	return {
		service,
		clusterName: clusterName(picture, clusterArn),
		region: regionOf(serviceArn),
		attention: attention(evidenceOf(picture, service), now),
		metrics,
		cpuTarget: cpuTarget(scaling),
		targets: targetsOf(picture, service),
		stale: staleOf(picture, service),
	};
}

/** All that the picture knows about a service; stopped tasks come with the whole cluster, others when looked at. */
function evidenceOf(picture: Picture, service: Service): Evidence {
	const { serviceArn, clusterArn, serviceName } = service;
	const stopped = picture.stoppedTasks[clusterArn]?.value?.[`service:${serviceName}`];
	const tasks = picture.tasks[serviceArn]?.value;
	const known = stopped === undefined && tasks === undefined ? undefined : Object.values({ ...stopped, ...tasks });
	const targets = targetHealthOf(picture, service);
	return {
		service,
		tasks: known,
		targets: targets.length === 0 ? undefined : targets.flat(),
		scaling: picture.scaling[serviceArn]?.value,
		metrics: picture.metrics[serviceArn]?.value,
	};
}

function staleOf(
	{ serviceFailures, metrics, targetHealth }: Picture,
	{ serviceArn, loadBalancers }: Service,
): ServiceRow['stale'] {
	return {
		state: serviceFailures[serviceArn] !== undefined,
		metrics: metrics[serviceArn]?.failure !== undefined,
		targets: loadBalancers.some(({ targetGroupArn = '' }) => targetHealth[targetGroupArn]?.failure !== undefined),
	};
}

function targetHealthOf(picture: Picture, { loadBalancers }: Service): readonly (readonly TargetHealth[])[] {
	return loadBalancers
		.map(({ targetGroupArn }) => picture.targetHealth[targetGroupArn ?? '']?.value)
		.filter((group) => group !== undefined);
}

function targetsOf(picture: Picture, service: Service): ServiceRow['targets'] {
	const known = targetHealthOf(picture, service);
	if (known.length === 0) return undefined;
	// Targets on their way out are no longer asked for: 4/4 while two drain, not 4/6.
	const targets = known.flat().filter(({ state }) => state !== 'draining' && state !== 'unused');
	const healthy = targets.filter(({ state }) => state === 'healthy').length;
	// Tasks that never came to be registered are missing, too.
	return { healthy, total: Math.max(targets.length, service.desiredCount) };
}
