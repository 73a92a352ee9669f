import { lastSegment } from '../../model/arn.ts';
import type { Picture } from '../../store/picture.ts';

/** The chosen clusters; all that are known, if none is. */
export function shownClusters(picture: Picture, clusterArns: readonly string[]): readonly string[] {
	if (clusterArns.length > 0) return clusterArns;
	return Object.values(picture.clusters).flatMap(({ value }) => (value ?? []).map((cluster) => cluster.clusterArn));
}

/** The name of a cluster, known from its ARN even before it was described. */
export function clusterName(picture: Picture, clusterArn: string): string {
	const clusters = Object.values(picture.clusters).flatMap(({ value }) => value ?? []);
	return clusters.find((cluster) => cluster.clusterArn === clusterArn)?.clusterName ?? lastSegment(clusterArn);
}
