import { counted } from '../../model/counted.ts';
import type { ScalingActivity } from '../../model/scaling-activity.ts';
import type { Service } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { type Beyond, beyond, tracked, type Tracked } from '../tracked.ts';

/** So long a refusal for want of room below the maximum counts as present; our own choice. */
const PRESENT = 30 * MINUTE;

/** A target above this leaves nothing to see by; our own choice. */
const HIGHEST_TARGET = 90;

type Over = Tracked & Beyond;

/** At its maximum, and its scaling would want more: the metric is over its target, or Application Auto Scaling says so. */
export function autoscaleMaxed(evidence: Evidence, now: number): readonly Finding[] {
	const { service, scaling, activities = [] } = evidence;
	const max = scaling?.target.maxCapacity;
	if (!scaling || max === undefined || service.desiredCount < max || service.runningCount === 0) return [];
	const over = tracked(evidence).flatMap((one): readonly Over[] => {
		const found = beyond(one.series, (value) => value > one.target);
		return found ? [{ ...one, ...found }] : [];
	});
	const refused = activities.filter((activity) => wasAtMax(activity) && now - activity.startTime <= PRESENT);
	const [worst] = over.toSorted((a, b) => b.newest / b.target - a.newest / a.target);
	const [newest] = refused;
	if (!worst && !newest) return [];
	// The metric may have been read and have come down since the refusal.
	if (!worst && newest && hasComeDown(evidence)) return [];
	return [
		aboutService(service, {
			id: 'x-autoscale-maxed',
			severity: 'warning',
			confidence: worst && newest ? 'high' : 'medium',
			sentence: worst
				? `at its scaling maximum of ${max} with ${worst.words} at ${Math.round(worst.newest)} % (target ${worst.target} %)`
				: `at its scaling maximum of ${max}, and Application Auto Scaling wants more tasks`,
			...(worst?.beginning ?? { since: refused.at(-1)?.startTime ?? now }),
			evidence: [...over.map(metricLine), boundsLine(service, max), ...refused.slice(0, 1).map(refusalLine)],
			ruledOut: running(service),
			next: worst ? inNumbers(service, max, worst) : [{ text: 'Raise the maximum', binding: 'act.target' }],
			explains: ['x-target-value-odd'],
		}),
	];
}

function wasAtMax({ notScaledReasons }: ScalingActivity): boolean {
	return notScaledReasons.some(({ code }) => code === 'AlreadyAtMaxCapacity');
}

function hasComeDown(evidence: Evidence): boolean {
	const all = tracked(evidence);
	return all.length > 0 && all.every(({ series, target }) => beyond(series, (value) => value <= target));
}

function metricLine({ metric, words, newest, target, series, beginning }: Over): EvidenceLine {
	const at = series ? series.startedAt + (series.values.length - 1) * series.periodMs : (beginning.since ?? 0);
	return {
		text: `${words} at ${Math.round(newest)} %, target ${target} %`,
		api: 'cloudwatch:GetMetricData',
		at,
		place: { kind: 'metric', metric, at },
	};
}

function boundsLine({ desiredCount, runningCount }: Service, max: number): EvidenceLine {
	return {
		text: `${desiredCount} wanted, ${runningCount} running, maximum ${max}`,
		api: 'application-autoscaling:DescribeScalableTargets',
		place: { kind: 'autoscaling' },
	};
}

function refusalLine({ description, startTime }: ScalingActivity): EvidenceLine {
	return {
		text: `${description}: AlreadyAtMaxCapacity`,
		api: 'application-autoscaling:DescribeScalingActivities',
		at: startTime,
		place: { kind: 'autoscaling' },
	};
}

function running({ runningCount, desiredCount }: Service): readonly string[] {
	return runningCount >= desiredCount ? [`No task is missing: all ${desiredCount} run`] : [];
}

/** What raising the maximum would do, and what changing the target would: by the tasks that run, rounded up. */
function inNumbers(service: Service, max: number, { metric, words, newest, target }: Over): readonly NextStep[] {
	const { serviceName, runningCount } = service;
	const now = Math.round(newest);
	const wants = Math.max(max + 1, Math.ceil((newest / target) * runningCount));
	if (!Number.isSafeInteger(wants)) return [{ text: 'Raise the maximum', binding: 'act.target' }];
	const least = now >= 95 ? ' at least; more cannot be seen from there' : '';
	const enough = 5 * Math.ceil(newest / 5);
	const higher: NextStep =
		enough <= HIGHEST_TARGET
			? {
					text: `Or raise the target to ${enough} %: ${counted(runningCount, 'task is', 'tasks are')} enough then, and ${words} stays at ${now} %`,
					binding: 'act.target',
					command: `deckwatch target ${serviceName} --${metric} ${enough}`,
				}
			: { text: `A higher target is no way out: ${words} has no room above ${now} %` };
	return [
		{
			text: `Raise the maximum ${max} → ${wants}: it wants ${wants} tasks (${runningCount} × ${now} / ${target})${least}`,
			binding: 'act.target',
			command: `deckwatch target ${serviceName} --max ${wants}`,
		},
		higher,
		{ text: 'Or give each task more, or find what costs so much', binding: 'act.deploy' },
	];
}
