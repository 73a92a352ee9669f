import { counted } from '../../model/counted.ts';
import { momentWords } from '../../model/moment-words.ts';
import { nextRun } from '../../model/next-run.ts';
import type { ScalableTarget, ScheduledAction } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { beyond, tracked } from '../tracked.ts';

const SOON = 60 * MINUTE;

/** The count will be undone: it lies outside the bounds of autoscaling, or of those that the clock sets within the hour. */
export function scheduleVsManual(evidence: Evidence, now: number): readonly Finding[] {
	const { service, scaling } = evidence;
	// Without tasks there are no metrics to scale by, so nothing lifts a service from 0.
	if (!scaling || service.desiredCount === 0) return [];
	return [...outside(service, scaling.target), ...soon(evidence, scaling.target, now)];
}

/** Application Auto Scaling brings it into the range when it scales the next time (user guide, "Register a scalable target"). */
function outside(
	service: Service,
	{ minCapacity: min, maxCapacity: max, suspended }: ScalableTarget,
): readonly Finding[] {
	const { desiredCount, serviceName } = service;
	if (desiredCount >= min && desiredCount <= max) return [];
	const isAbove = desiredCount > max;
	if (isAbove ? suspended.scaleIn : suspended.scaleOut) return [];
	const [bound, option] = isAbove ? [max, '--max'] : [min, '--min'];
	return [
		aboutService(service, {
			id: 'x-schedule-vs-manual',
			severity: 'warning',
			confidence: 'high',
			sentence: `${counted(desiredCount, 'task is', 'tasks are')} wanted, autoscaling keeps it between ${min} and ${max}: the next ${isAbove ? 'scale-in takes it back' : 'scale-out lifts it'} to ${bound}`,
			evidence: [
				{
					text: `minimum ${min}, maximum ${max}; ${desiredCount} wanted`,
					api: 'application-autoscaling:DescribeScalableTargets',
					place: { kind: 'autoscaling' },
				},
			],
			next: [
				{
					text: `To keep ${desiredCount}, move the ${isAbove ? 'maximum' : 'minimum'} there`,
					binding: 'act.target',
					command: `deckwatch target ${serviceName} ${option} ${desiredCount}`,
				},
			],
		}),
	];
}

function soon(evidence: Evidence, target: ScalableTarget, now: number): readonly Finding[] {
	const { scheduledActions = [] } = evidence;
	if (target.suspended.scheduled) return [];
	return scheduledActions.flatMap((action) => {
		const next = nextRun(action, now);
		const count = broughtTo(action, evidence.service.desiredCount);
		if (typeof next !== 'number' || next - now > SOON || count === undefined) return [];
		return [comingFinding(evidence, action, { next, count, now })];
	});
}

/** The count that it forces; undefined where the present one may stay. */
function broughtTo({ minCapacity = 0, maxCapacity = Infinity }: ScheduledAction, desired: number): number | undefined {
	const count = Math.min(maxCapacity, Math.max(minCapacity, desired));
	return count === desired ? undefined : count;
}

type Coming = { readonly next: number; readonly count: number; readonly now: number };

/** A schedule is routine; it is worth a warning where it takes tasks from a service that is busy. */
function comingFinding(evidence: Evidence, action: ScheduledAction, { next, count, now }: Coming): Finding {
	const { service } = evidence;
	const { desiredCount, serviceName } = service;
	const busy = tracked(evidence).find(({ series, target }) => beyond(series, (value) => value > target));
	const isHarmful = count < desiredCount && busy !== undefined;
	const load = isHarmful ? `, while ${busy.words} is over its target` : '';
	return aboutService(service, {
		id: 'x-schedule-vs-manual',
		severity: isHarmful ? 'warning' : 'info',
		confidence: 'high',
		sentence: `${action.scheduledActionName} takes it from ${desiredCount} to ${counted(count, 'task')} ${momentWords(next, now, action.timezone)}${load}`,
		evidence: [
			{
				text: `${action.scheduledActionName}: ${action.schedule}${action.timezone === undefined ? '' : ` ${action.timezone}`}, ${bounds(action)}`,
				api: 'application-autoscaling:DescribeScheduledActions',
				place: { kind: 'autoscaling' },
			},
		],
		next: [
			{
				text: 'To keep the count, suspend scheduled scaling for a while',
				binding: 'act.target',
				command: `deckwatch target ${serviceName} --scheduled off`,
			},
		],
	});
}

function bounds({ minCapacity, maxCapacity }: ScheduledAction): string {
	return [
		...(minCapacity === undefined ? [] : [`minimum ${minCapacity}`]),
		...(maxCapacity === undefined ? [] : [`maximum ${maxCapacity}`]),
	].join(', ');
}
