import type { ScalingActivity } from '../../model/scaling-activity.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

/**
 * What Application Auto Scaling did, and what it would not do, with who asked for it. Wordings: AWS CLI reference,
 * describe-scaling-activities; reasons: API reference, NotScaledReason.
 */
export function scalingEntries(activities: readonly ScalingActivity[]): readonly FreshEntry[] {
	return activities.map((activity) => {
		const { activityId, description, cause, startTime, statusCode, statusMessage, notScaledReasons } = activity;
		const words = notScaledReasons.length > 0 ? notScaledWords(activity) : scaledWords(activity);
		return {
			id: `scaling ${activityId}`,
			at: startTime,
			kind: 'scaling',
			level: levelOf(activity),
			text: words,
			detail: [description, cause, `${statusCode}${statusMessage === undefined ? '' : `: ${statusMessage}`}`].filter(
				Boolean,
			),
			place: { kind: 'autoscaling' },
			...(notScaledReasons.length > 0 && { run: words }),
		};
	});
}

function levelOf({ statusCode, notScaledReasons }: ScalingActivity): TimelineLevel {
	const codes = notScaledReasons.map(({ code }) => code);
	if (codes.some((code) => code === 'AlreadyAtMaxCapacity')) return 'degraded';
	if (codes.length > 0) return 'routine';
	if (statusCode === 'Failed') return 'failing';
	return statusCode === 'Unfulfilled' ? 'degraded' : 'changing';
}

/** `scaled out to 6 by target tracking (cpu)` */
function scaledWords({ description, cause, statusCode, statusMessage = '' }: ScalingActivity): string {
	const to = /desired count to (\d+)/iu.exec(description)?.[1];
	const by = causeWords(cause);
	const bounds = /min capacity to (\d+) and max capacity to (\d+)/iu.exec(description);
	if (bounds) return `its bounds were set to ${bounds[1]} to ${bounds[2]}${by}`;
	if (to === undefined) return `${description.replace(/\.$/u, '')}${by}`;
	const way = /AlarmHigh/u.test(cause) ? ' out' : /AlarmLow/u.test(cause) ? ' in' : '';
	if (statusCode === 'Successful') return `scaled${way} to ${to}${by}`;
	// The count was set, and then nothing came of it: the message still tells of the first.
	const why = /^(?:successfully set|$)/iu.test(statusMessage) ? '' : `: ${statusMessage}`;
	return statusCode === 'Pending' || statusCode === 'InProgress'
		? `scaling${way} to ${to}${by}`
		: `scaling${way} to ${to}${by} ended ${statusCode.toLowerCase()}${why}`;
}

/** ` by target tracking (cpu)`, ` by a schedule (night)`, ` by hand`; empty for a cause that is not known. */
function causeWords(cause: string): string {
	const [, alarm = '', policy] = /monitor alarm (.*) in state \w+ triggered policy (.+?)\.?$/iu.exec(cause) ?? [];
	if (policy !== undefined)
		return ` by ${alarm.startsWith('TargetTracking-') ? 'target tracking' : 'a step policy'} (${policy})`;
	const schedule = /scheduled action name (.+?) was triggered/iu.exec(cause)?.[1];
	if (schedule !== undefined) return ` by a schedule (${schedule})`;
	const bound = /^(minimum|maximum) capacity was set to (\d+)/iu.exec(cause);
	return bound ? ` because the ${bound[1]?.toLowerCase()} was set to ${bound[2]}` : '';
}

/** Why nothing came of it. */
function notScaledWords({ cause, notScaledReasons }: ScalingActivity): string {
	const by = causeWords(cause).replace(/^ by /u, '');
	const who = by === '' ? 'autoscaling' : by;
	const why = notScaledReasons.map(({ code, maxCapacity, minCapacity }) => {
		if (code === 'AlreadyAtMaxCapacity')
			return `the maximum${maxCapacity === undefined ? '' : ` of ${maxCapacity}`} is reached`;
		if (code === 'AlreadyAtMinCapacity')
			return `the minimum${minCapacity === undefined ? '' : ` of ${minCapacity}`} is reached`;
		return REASONS[code] ?? code;
	});
	return `${who} did not scale: ${why.join(', ')}`;
}

const REASONS: Readonly<Record<string, string>> = {
	AutoScalingAnticipatedFlapping: 'it would scale to and fro',
	AlreadyAtDesiredCapacity: 'the count is what it wants already',
	TargetServicePutResourceAsUnscalable: 'ECS does not let it just now, as during a deployment',
};
