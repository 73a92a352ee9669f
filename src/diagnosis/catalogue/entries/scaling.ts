import type { Block } from '../entry.ts';

const ROUTINE = ['Nothing: this is routine.'];

/**
 * Activities of Application Auto Scaling (its user guide, "Scaling activities"): descriptions, causes, status codes and the codes of
 * NotScaledReasons. Status codes are plain words and count only as that.
 */
export const SCALING: Block = {
	kinds: ['scaling-activity'],
	entries: [
		{
			id: 'scaling-success',
			severity: 'info',
			match: [/^(?:Message: )?Successfully set desired count to \d/iu],
			inContext: [/^Successful$/u, /^Setting desired count to \d/u],
			short: 'autoscaling set the desired count',
			title: ({ desiredCount }) =>
				`Autoscaling set the desired count${desiredCount === undefined ? '' : ` to ${desiredCount}`}`,
			cause: ({ alarm }) =>
				alarm === undefined
					? 'The service has as many tasks as autoscaling asked for.'
					: `The alarm ${alarm} went off, and the service followed${/AlarmHigh/u.test(alarm) ? ': more tasks' : /AlarmLow/u.test(alarm) ? ': fewer tasks' : ''}.`,
			next: ROUTINE,
		},
		{
			id: 'scaling-at-max',
			severity: 'high',
			match: [/^(?:NotScaledReasons?: )?AlreadyAtMaxCapacity\b/u],
			short: 'autoscaling is at its maximum',
			cause:
				'It would start more tasks, and its upper bound does not allow it. If the metric stays above its target, the service is overloaded.',
			next: [
				'Raise the bound: `deckwatch target <service> --max <n>`.',
				'Is it load, or tasks that do less than they should? Compare with yesterday.',
			],
		},
		{
			id: 'scaling-at-min',
			severity: 'info',
			match: [/^(?:NotScaledReasons?: )?AlreadyAtMinCapacity\b/u],
			short: 'autoscaling is at its minimum',
			cause: 'It would stop tasks, and its lower bound does not allow it.',
			next: ROUTINE,
		},
		{
			id: 'scaling-flap-guard',
			severity: 'info',
			match: [/^(?:NotScaledReasons?: )?AutoScalingAnticipatedFlapping\b/u],
			short: 'autoscaling holds still, or it would go to and fro',
			cause:
				'With one task less the metric would be above its target at once: there are few tasks, or targets lie close together.',
			next: ['Nothing, if the load is fine. Smaller tasks, and more of them, scale more finely.'],
		},
		{
			id: 'scaling-unscalable',
			severity: 'warning',
			match: [/^(?:NotScaledReasons?: )?TargetServicePutResourceAsUnscalable\b/u],
			short: 'ECS does not let autoscaling scale the service just now',
			cause: 'The service may not be scaled at the moment: scale-in rests while a deployment runs.',
			next: ['Wait for the deployment to end; if there is none, look at the events of the service.'],
		},
		{
			id: 'scaling-no-change',
			severity: 'info',
			match: [/^(?:NotScaledReasons?: )?AlreadyAtDesiredCapacity\b/u],
			short: 'autoscaling has nothing to change',
			cause: 'The service has as many tasks as the policy asks for.',
			next: ROUTINE,
		},
		{
			id: 'scaling-not-scaled',
			severity: 'warning',
			match: [/^Attempting to scale due to alarm triggered/iu],
			short: 'autoscaling wanted to scale, and did not',
			cause: 'An alarm went off, and nothing was changed. NotScaledReasons of the activity say why.',
			next: [
				'Read them: `aws application-autoscaling describe-scaling-activities --service-namespace ecs --include-not-scaled-activities`.',
			],
		},
		{
			id: 'scaling-alarm-cause',
			severity: 'info',
			match: [/^(?:Cause: )?monitor alarm \S{1,300} (?:in state \w{2,20} )?triggered policy/iu],
			short: 'an alarm made autoscaling act',
			title: ({ alarm = 'An alarm', policy }) =>
				`${alarm} went off, and the policy${policy === undefined ? '' : ` ${policy}`} acted`,
			cause: 'Of target tracking, AlarmHigh in its name means more tasks, AlarmLow fewer.',
			next: ROUTINE,
		},
		{
			id: 'scaling-unfulfilled',
			severity: 'warning',
			inContext: [/^Unfulfilled$/u],
			short: 'ECS did not deliver the tasks autoscaling asked for',
			cause: 'The desired count was set, and the tasks did not come up: they cannot be placed, or do not start.',
			next: ['Look at the events of the service: what do they say of placing tasks?'],
		},
		{
			id: 'scaling-overridden',
			severity: 'info',
			inContext: [/^Overridden$/u],
			short: 'a newer scaling took its place',
			cause: 'Before it was done, another activity set another count.',
			next: ROUTINE,
		},
		{
			id: 'scaling-failed',
			severity: 'high',
			inContext: [/^Failed$/u, /^Failed to set desired count/iu],
			short: 'autoscaling failed',
			cause: 'Application Auto Scaling could not change the service. The message of the activity says why.',
			next: ['Read statusMessage: `aws application-autoscaling describe-scaling-activities --service-namespace ecs`.'],
		},
	],
};
