import type { ScalingActivity } from '../model/scaling-activity.ts';
import type { Connections } from './connections.ts';
import { list } from './shapes/scalars.ts';
import { toScalingActivity } from './shapes/to-scaling-activity.ts';
import { withList } from './shapes/with-list.ts';

/** DescribeScalingActivities' largest page (Application Auto Scaling API reference). */
const MOST = 50;

/** The newest scaling activities of one service, by its resource id, those that changed nothing too; newest first. */
export async function readScalingActivities(
	connections: Connections,
	region: string,
	resourceId: string,
	signal?: AbortSignal,
): Promise<readonly ScalingActivity[]> {
	const query = {
		ServiceNamespace: 'ecs',
		ScalableDimension: 'ecs:service:DesiredCount',
		ResourceId: resourceId,
		// Why it did not scale is in those alone.
		IncludeNotScaledActivities: true,
		MaxResults: MOST,
	} as const;
	const page = await connections
		.to('application-autoscaling', region)
		.call(
			'DescribeScalingActivities',
			(scaling, options) => scaling.describeScalingActivities(query, options).then(withList('ScalingActivities')),
			signal,
		);
	return list(page.ScalingActivities)
		.map(toScalingActivity)
		.toSorted((one, other) => other.startTime - one.startTime);
}
