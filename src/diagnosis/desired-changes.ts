import type { ScalingActivity } from '../model/scaling-activity.ts';

/** A desired count that Application Auto Scaling set, or tried to. */
export type DesiredChange = { readonly at: number; readonly to: number; readonly activity: ScalingActivity };

/** `Setting desired count to 6.` (Application Auto Scaling user guide, scaling activities). */
const SETTING = /\bset(?:ting)? desired count to (?<count>\d+)/iu;

/** Oldest first. Those that were not carried out are left out, those that ECS could not fulfil are not: it wants them. */
export function desiredChanges(activities: readonly ScalingActivity[]): readonly DesiredChange[] {
	return activities
		.flatMap((activity) => {
			const count = SETTING.exec(activity.description)?.groups?.['count'];
			if (count === undefined || activity.statusCode === 'Failed') return [];
			return [{ at: activity.startTime, to: Number(count), activity }];
		})
		.toSorted((a, b) => a.at - b.at);
}
