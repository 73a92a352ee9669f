import { attention } from '../../diagnosis/attention.ts';
import { byAttention } from '../../diagnosis/by-attention.ts';
import { judgeCluster } from '../../diagnosis/judge-cluster.ts';
import { regionOf } from '../../model/arn.ts';
import { cpuTarget } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import type { Picture } from '../../store/picture.ts';
import { targetGroupsOf } from '../../store/related.ts';
import { evidenceParts, serviceEvidence } from '../../store/service-evidence.ts';
import { createMemo, type Memo, sameItems } from '../memo.ts';
import type { ServiceRow } from './service-row.ts';
import { clusterName, shownClusters } from './shown-clusters.ts';

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
	/** By cluster ARN: what its services share is looked for again only when one of their rows is new. */
	let sideBySide: ReadonlyMap<string, Memo<readonly ServiceRow[]>> = new Map();
	const remembered = createMemo<readonly ServiceRow[]>();
	return (picture, clusterArns, now) => {
		// Attention speaks of the last minutes: it is judged anew every ten seconds even when nothing came in.
		const judgedAt = Math.floor(now / 10_000) * 10_000;
		const { callsPerSecond: _, identity: __, longMetrics: ___, ...tables } = picture;
		const inputs = [...Object.values(tables), clusterArns, judgedAt];
		return remembered(inputs, () => {
			known = new Map(
				shownClusters(picture, clusterArns)
					.flatMap((arn) => Object.values(picture.services[arn]?.value ?? {}))
					.map((service) => [service.serviceArn, entry(picture, service, judgedAt, known)]),
			);
			const clusters = Map.groupBy(
				Array.from(known.values(), ({ row }) => row),
				({ service }) => service.clusterArn,
			);
			sideBySide = new Map(Array.from(clusters.keys(), (arn) => [arn, sideBySide.get(arn) ?? createMemo()]));
			return [...clusters]
				.flatMap(([arn, rows]) => sideBySide.get(arn)?.(rows, () => judgeCluster(rows, judgedAt)) ?? [])
				.toSorted(byAttention);
		});
	};
}

/** The row that is known, while what it is made of are the same objects. */
function entry(picture: Picture, service: Service, judgedAt: number, known: Known) {
	const parts = partsOf(picture, service, judgedAt);
	const before = known.get(service.serviceArn);
	return before && sameItems(before.parts, parts) ? before : { parts, row: makeRow(picture, service, judgedAt) };
}

function partsOf(picture: Picture, service: Service, judgedAt: number): readonly unknown[] {
	const targets = targetGroupsOf(service).map((arn) => picture.targetHealth[arn]?.value);
	const { state, metrics, targets: staleTargets } = staleOf(picture, service);
	return [judgedAt, state, metrics, staleTargets, ...evidenceParts(picture, service), ...targets];
}

function makeRow(picture: Picture, service: Service, now: number): ServiceRow {
	const { serviceArn, clusterArn } = service;
	const metrics = picture.metrics[serviceArn]?.value;
	const scaling = picture.scaling[serviceArn]?.value ?? undefined;
	const evidence = serviceEvidence(picture, service);
	return {
		service,
		evidence,
		clusterName: clusterName(picture, clusterArn),
		region: regionOf(serviceArn),
		attention: attention(evidence, now),
		metrics,
		cpuTarget: cpuTarget(scaling),
		targets: targetsOf(picture, service),
		stale: staleOf(picture, service),
	};
}

function staleOf({ serviceFailures, metrics, targetHealth }: Picture, service: Service): ServiceRow['stale'] {
	const { serviceArn } = service;
	return {
		state: serviceFailures[serviceArn] !== undefined,
		metrics: metrics[serviceArn]?.failure !== undefined,
		targets: targetGroupsOf(service).some((arn) => targetHealth[arn]?.failure !== undefined),
	};
}

function targetsOf(picture: Picture, service: Service): ServiceRow['targets'] {
	const groups = targetGroupsOf(service).map((arn) => picture.targetHealth[arn]?.value);
	const known = groups.filter((group) => group !== undefined);
	if (known.length === 0) return undefined;
	// Targets on their way out are no longer asked for: 4/4 while two drain, not 4/6.
	const targets = known.flat().filter(({ state }) => state !== 'draining' && state !== 'unused');
	const healthy = targets.filter(({ state }) => state === 'healthy').length;
	// Tasks that never came to be registered are missing, too.
	return { healthy, total: Math.max(targets.length, service.desiredCount) };
}
