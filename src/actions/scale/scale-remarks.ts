import { lastSegment } from '../../model/arn.ts';
import type { ServiceScaling } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { growthRemarks } from './growth-remarks.ts';
import type { ScaleSnapshot } from './scale-snapshot.ts';
import { scheduleRemarks } from '../schedules/schedule-remarks.ts';
import { info, unseenRemarks, warning } from '../remarks.ts';

type Bounds = { readonly min: number; readonly max: number };

/** What follows from another desired count: who may take it back, and what will not work. */
export function scaleRemarks(
	{ service, scaling, schedules, now, growth }: ScaleSnapshot,
	count: number,
	bounds: Bounds | undefined,
): readonly Remark[] {
	const registered = seen(scaling);
	return [
		...growthRemarks(service, growth, count),
		...tasksNow(service, count),
		...atZero(service, count, registered),
		...(registered && bounds ? autoscaling(registered, count, bounds) : []),
		...scheduleRemarks(seen(schedules) ?? [], registered?.target, { count, now }),
		...unseenRemarks('autoscaling', scaling),
		...unseenRemarks('scheduled actions', schedules),
	];
}

function tasksNow(
	{ desiredCount, runningCount, pendingCount, deployments, taskSets = [] }: Service,
	count: number,
): readonly Remark[] {
	const remarks: Remark[] = [];
	if (runningCount < desiredCount && count > desiredCount) {
		const text = `only ${runningCount} of ${desiredCount} run now (${pendingCount} pending): more may not start either`;
		remarks.push(warning(text));
	}
	if (deployments.length > 1 || taskSets.length > 1) {
		remarks.push(info('a deployment is under way: the count holds for it, and both revisions run'));
	}
	return remarks;
}

/**
 * Application Auto Scaling does nothing without metrics, and a service without tasks sends none (Application Auto Scaling
 * user guide, target tracking).
 */
function atZero({ loadBalancers }: Service, count: number, scaling: ServiceScaling | undefined): readonly Remark[] {
	if (count > 0) return [];
	const behind = loadBalancers.map((one) => one.loadBalancerName ?? lastSegment(targetGroupName(one.targetGroupArn)));
	const serves =
		behind.length > 0
			? `at 0 nothing answers behind ${behind.join(', ')}: every request gets a 503`
			: 'at 0 the service does no work at all';
	const stays = 'at 0 there are no metrics to scale by: it stays at 0 until somebody changes it';
	return [warning(serves), ...(scaling ? [warning(stays)] : [])];
}

/** `arn:…:targetgroup/checkout/73e2` -> `targetgroup/checkout` */
function targetGroupName(arn: string | undefined): string {
	return (arn ?? '').replace(/\/[^/]*$/u, '');
}

/**
 * Application Auto Scaling leaves a count outside its bounds alone until it scales the next time (user guide, "Register a
 * scalable target": the current capacity is brought into the range first).
 */
function autoscaling({ target, policies }: ServiceScaling, count: number, { min, max }: Bounds): readonly Remark[] {
	const { suspended } = target;
	if (count > max) {
		const text = `autoscaling keeps it between ${min} and ${max}: the next scale-in takes it back to ${max}`;
		return [warning(text)];
	}
	if (count < min) {
		const text = `autoscaling keeps it between ${min} and ${max}: the next scale-out lifts it to ${min}`;
		return [warning(text)];
	}
	const tracking = policies.filter(({ policyType }) => policyType === 'TargetTrackingScaling');
	const names = (tracking.length > 0 ? tracking : policies).map(({ policyName }) => policyName).join(', ');
	if (names === '' || (suspended.scaleIn && suspended.scaleOut)) return [];
	const how = suspended.scaleIn ? 'raise' : suspended.scaleOut ? 'lower' : 'change';
	return [info(`${names} may ${how} it again, between ${min} and ${max}`)];
}
