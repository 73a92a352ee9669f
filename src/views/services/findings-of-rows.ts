import { diagnoseCluster } from '../../diagnosis/diagnose.ts';
import { type Finding, bySeverity } from '../../diagnosis/finding.ts';
import type { ServiceRow } from './service-row.ts';

/** What is found in services and in their clusters, the most severe first. */
export function findingsOfRows(rows: readonly ServiceRow[], now: number): readonly Finding[] {
	const clusters = Map.groupBy(rows, ({ service }) => service.clusterArn);
	return [...clusters.values()].flatMap((members) => diagnoseCluster(members, now)).toSorted(bySeverity);
}
