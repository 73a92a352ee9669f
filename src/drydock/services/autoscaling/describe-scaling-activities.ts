import type { ActivitiesType, Activity, DescribeScalingActivitiesType } from '@aws-sdk/client-auto-scaling';
import type { AutoScalingGroupState, GroupActivityState } from '../../world/auto-scaling-group.ts';
import { date } from '../date.ts';
import { groupNamed, groupsIn, type Look, page } from './look.ts';

/** Newest first. @throws {AwsFault} ValidationError, InvalidNextToken */
export function describeScalingActivities(look: Look, input: DescribeScalingActivitiesType): ActivitiesType {
	const { AutoScalingGroupName: name, ActivityIds: ids = [] } = input;
	const groups = name === undefined ? groupsIn(look) : [groupNamed(look, name)];
	const activities = groups
		.flatMap((group) => group.activities.map((activity) => ({ group, activity })))
		.filter(({ activity }) => ids.length === 0 || ids.includes(activity.activityId))
		.toSorted((one, other) => other.activity.startedAt - one.activity.startedAt);
	const { items, nextToken } = page(activities, input, 100);
	return { Activities: items.map(({ group, activity }) => asActivity(group, activity)), NextToken: nextToken };
}

export function asActivity(group: AutoScalingGroupState, activity: GroupActivityState): Activity {
	return {
		ActivityId: activity.activityId,
		AutoScalingGroupName: group.autoScalingGroupName,
		AutoScalingGroupARN: group.autoScalingGroupArn,
		Description: activity.description,
		Cause: activity.cause,
		StartTime: date(activity.startedAt),
		EndTime: date(activity.endedAt),
		StatusCode: activity.statusCode,
		Progress: activity.statusCode === 'Successful' ? 100 : 50,
		Details: activity.details,
	};
}
