import { lastSegment } from './arn.ts';

/** `service/<cluster>/<service>`: how Application Auto Scaling names a service (RegisterScalableTarget, ResourceId). */
export function scalingResourceId({
	clusterArn,
	serviceArn,
}: {
	readonly clusterArn: string;
	readonly serviceArn: string;
}): string {
	return `service/${lastSegment(clusterArn)}/${lastSegment(serviceArn)}`;
}
