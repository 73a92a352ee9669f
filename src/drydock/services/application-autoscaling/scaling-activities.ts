import type {
	DescribeScalingActivitiesRequest,
	DescribeScalingActivitiesResponse,
	ScalingActivity,
} from '@aws-sdk/client-application-auto-scaling';
import type { ScalableTargetState, ScalingActivityState } from '../../world/scaling.ts';
import { checkBounds } from '../constraint.ts';
import { date } from '../date.ts';
import { pageOf } from '../page.ts';
import { invalidToken, type Look, named, targetsAsked } from './look.ts';

const PAGE = { min: 1, max: 50 };

/** Newest first. @throws {AwsFault} ValidationException, InvalidNextTokenException */
export function describeScalingActivities(
	look: Look,
	input: DescribeScalingActivitiesRequest,
): DescribeScalingActivitiesResponse {
	const { IncludeNotScaledActivities = false, MaxResults = PAGE.max } = input;
	checkBounds('ValidationException', 'maxResults', MaxResults, PAGE);
	const activities = targetsAsked(look, input)
		.flatMap((target) => target.activities.map((activity) => ({ target, activity })))
		.filter(({ activity }) => IncludeNotScaledActivities || activity.notScaledReasons === undefined)
		.sort((one, other) => other.activity.startedAt - one.activity.startedAt);
	const { items, nextToken } = pageOf(activities, MaxResults, input.NextToken, invalidToken);
	return { ScalingActivities: items.map(({ target, activity }) => asActivity(target, activity)), NextToken: nextToken };
}

function asActivity(target: ScalableTargetState, activity: ScalingActivityState): ScalingActivity {
	return {
		...named(target),
		ActivityId: activity.activityId,
		Description: activity.description,
		Cause: activity.cause,
		StartTime: date(activity.startedAt),
		EndTime: date(activity.endedAt),
		StatusCode: activity.statusCode as ScalingActivity['StatusCode'],
		StatusMessage: activity.statusMessage,
		NotScaledReasons: activity.notScaledReasons?.map((reason) => ({
			Code: reason.code,
			MaxCapacity: reason.maxCapacity,
			MinCapacity: reason.minCapacity,
			CurrentCapacity: reason.currentCapacity,
		})),
	};
}
