import { counted } from '../../model/counted.ts';
import { latestValue } from '../../model/metrics.ts';
import { type Look, seen, unseen } from '../look.ts';
import type { Remark } from '../plan.ts';
import type { Autoscaling } from './autoscaling.ts';
import type { TargetSnapshot } from './target-snapshot.ts';
import { type Metric, metricOf, metricWords, setting, type Tracking, valueWords } from './tracking.ts';
import { info, unknown, warning } from '../remarks.ts';

/** Below this share of its target a metric is low: what the alarms are set to that Application Auto Scaling makes. */
const LOW = 0.9;

/** What a policy makes of the newest minute. */
type Wish = {
	readonly metric: Metric;
	readonly target: number;
	/** Undefined without a metric. */
	readonly now: number | undefined;
	/** Tasks that would bring the metric to the target. */
	readonly tasks: number | undefined;
	readonly onlyOut: boolean;
};

/**
 * What the policies would do now, in words: each goes by the tasks that run and how far its metric is from the target,
 * rounded up, and the largest number wins (Application Auto Scaling user guide and API reference, PutScalingPolicy).
 */
export function forecast(snapshot: TargetSnapshot, after: Autoscaling, desired: number): readonly Remark[] {
	const { service } = snapshot;
	const { runningCount: running } = service;
	const wishes = after.tracking.flatMap((policy) => wishOf(snapshot, policy));
	if (wishes.length === 0) return [];
	if (running === 0) return [noTasks(desired)];
	return [
		...wishes.map((wish) => wishRemark(snapshot, wish, running)),
		...outcome(wishes, after, running, service.deployments.length > 1),
	];
}

function wishOf(snapshot: TargetSnapshot, policy: Tracking): readonly Wish[] {
	const metric = metricOf(policy);
	const target = setting(policy.configuration, 'TargetValue');
	if (!metric || target === undefined) return [];
	const { runningCount } = snapshot.service;
	const now = newest(snapshot, metric);
	const tasks = now === undefined ? undefined : Math.ceil((now / target) * runningCount);
	return [{ metric, target, now, tasks, onlyOut: policy.configuration['DisableScaleIn'] === true }];
}

/** The newest minute of a metric; undefined when there is none. */
export function newest({ metrics, requests }: TargetSnapshot, metric: Metric): number | undefined {
	if (metric === 'requests') return requests && latestValue(seen(requests));
	return latestValue(seen(metrics)?.[metric]);
}

/** A service without tasks sends no metrics, and target tracking does nothing on missing data (user guide). */
function noTasks(desired: number): Remark {
	return desired === 0
		? warning('no task runs, so there are no metrics: it stays at 0 until somebody changes it')
		: unknown('what it will do: no task runs yet, so there are no metrics');
}

function wishRemark(
	{ metrics, requests }: TargetSnapshot,
	{ metric, target, now, tasks }: Wish,
	running: number,
): Remark {
	const words = metricWords(metric);
	if (now === undefined || tasks === undefined) {
		const look: Look<unknown> | undefined = metric === 'requests' ? requests : metrics;
		const why = unseen(words, look);
		return unknown(why ?? `${words}: no data in the last minutes, and without it nothing is done`);
	}
	const at = `${words} is at ${valueWords(metric, Math.round(now))}, the target is ${valueWords(metric, target)}`;
	const isMoving = (isHigh({ now, target }) || isLow({ now, target })) && tasks !== running;
	const then = isMoving ? `${running} → ${counted(tasks, 'task')}` : `${counted(running, 'task')} will do`;
	return info(`${at}: ${then}`);
}

function outcome(
	wishes: readonly Wish[],
	{ min, max, suspended }: Autoscaling,
	running: number,
	isDeploying: boolean,
): readonly Remark[] {
	const out = Math.max(...wishes.filter(isHigh).map(({ tasks = 0 }) => tasks));
	if (out > running) {
		if (suspended.scaleOut) return [warning('scale-out is off: no task is added')];
		if (out > max) {
			const text =
				running >= max
					? `it wants ${counted(out, 'task')}, and has ${max}, the maximum, already`
					: `it wants ${counted(out, 'task')}: the maximum of ${max} is reached at once`;
			return [warning(text)];
		}
		return wishes.length > 1 ? [info(`the largest number wins: ${counted(out, 'task')}`)] : [];
	}
	// Tasks are taken away only when all policies that may do so agree (user guide, multiple policies).
	const taking = wishes.filter(({ onlyOut }) => !onlyOut);
	if (!taking.every(isLow)) return [];
	if (taking.length === 0) {
		return wishes.some(isLow) ? [info('its policies only add tasks: none is taken away')] : [];
	}
	const least = Math.max(min, ...taking.map(({ tasks = 0 }) => tasks));
	if (least >= running) return [info(`the minimum of ${min} keeps its tasks`)];
	if (suspended.scaleIn) return [info('scale-in is off: no task is taken away')];
	return [
		info(`scale-in takes it down to ${counted(least, 'task')}, little by little`),
		// ECS developer guide, service auto scaling and deployments.
		...(isDeploying ? [info('a deployment is under way: scale-in waits until it has ended')] : []),
	];
}

function isHigh({ now, target }: Pick<Wish, 'now' | 'target'>): boolean {
	return now !== undefined && now > target;
}

function isLow({ now, target }: Pick<Wish, 'now' | 'target'>): boolean {
	return now !== undefined && now < LOW * target;
}
