import type { Service } from '../../model/service.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { scheduleRemarks } from '../schedules/schedule-remarks.ts';
import type { Autoscaling } from './autoscaling.ts';
import { forecast } from './forecast.ts';
import { goneNames } from './target-changes.ts';
import type { TargetInput } from './target-input.ts';
import type { TargetSnapshot } from './target-snapshot.ts';
import { DEFAULT_COOLDOWN, METRICS, metricOf, metricWords, setting } from './tracking.ts';
import { info, unseenRemarks, warning } from '../remarks.ts';

/** Above this a task that starts comes too late: there is next to no room left. */
const LITTLE_ROOM = 85;

type Move = {
	readonly before: Autoscaling | undefined;
	readonly after: Autoscaling | undefined;
	/** Whether the bounds are registered, changed or not: that clamps the count. */
	readonly registers: boolean;
};

/** What follows from another autoscaling. */
export function targetRemarks(snapshot: TargetSnapshot, input: TargetInput, move: Move): readonly Remark[] {
	const { before, after } = move;
	const { desiredCount } = snapshot.service;
	if (!after) return [info(`nothing changes the count then: it stays at ${desiredCount}`)];
	const desired = move.registers ? clamped(desiredCount, after) : desiredCount;
	return [
		...(desired === desiredCount
			? []
			: [warning(`AWS brings the count within the bounds at once: ${desiredCount} → ${desired} tasks`)]),
		...forecast(snapshot, after, desired),
		...policies(snapshot, before, after),
		...(before ? [] : defaults(snapshot.service, input, after)),
		...silly(snapshot.service, after, input),
		...switchedOff(before, after),
		...schedules(snapshot, before, after),
		...(input.registered === false
			? [info('it stays registered: scheduled actions or other policies use it, or may')]
			: []),
	];
}

/** RegisterScalableTarget brings the count within the bounds at once, whatever it changes (API reference). */
export function clamped(count: number, { min, max }: Pick<Autoscaling, 'min' | 'max'>): number {
	return Math.min(max, Math.max(min, count));
}

function policies(
	{ service, scaling }: TargetSnapshot,
	before: Autoscaling | undefined,
	after: Autoscaling,
): readonly Remark[] {
	const others = (scaling?.policies ?? []).filter(
		({ policyName, configuration }) => !configuration || !metricOf({ policyName, configuration }),
	);
	const names = others.map(({ policyName, policyType }) => `${policyName} (${policyType})`).join(', ');
	const isLast = goneNames(before, after).length > 0 && after.tracking.length === 0 && others.length === 0;
	return [
		...(names === '' ? [] : [info(`stays as it is, and scales it, too: ${names}`)]),
		...(isLast ? [warning(`nothing follows its load then: it stays at ${service.desiredCount}`)] : []),
	];
}

function defaults({ desiredCount }: Service, input: TargetInput, { min, max }: Autoscaling): readonly Remark[] {
	const said = input.min === undefined || input.max === undefined;
	return [
		...(said ? [info(`bounds that were not given go by the ${desiredCount} tasks it has: ${min} to ${max}`)] : []),
		...(input.scaleInCooldown === undefined && input.scaleOutCooldown === undefined
			? [info(`AWS's cooldowns hold: ${DEFAULT_COOLDOWN} s before it scales again`)]
			: []),
	];
}

function silly(service: Service, after: Autoscaling, input: TargetInput): readonly Remark[] {
	const asked = METRICS.filter((metric) => typeof input[metric] === 'number' && metric !== 'requests');
	const percents = after.tracking.flatMap((policy): readonly Remark[] => {
		const metric = metricOf(policy);
		const target = setting(policy.configuration, 'TargetValue');
		if (!metric || target === undefined || !asked.includes(metric)) return [];
		if (target > 100) {
			const text = isFargate(service)
				? `${metricWords(metric)} never is above 100 % on Fargate: no task would ever be added`
				: `${metricWords(metric)} is above 100 % only where containers may use more than they reserve`;
			return [warning(text)];
		}
		return target > LITTLE_ROOM ? [warning(`${target} % leaves little room while new tasks start`)] : [];
	});
	return [
		...percents,
		...(after.min === after.max ? [warning(`both bounds are ${after.min}: there is nothing left to scale`)] : []),
		...(after.min === 0 && input.min === 0
			? [
					warning(
						'at 0 there are no metrics to scale by: from there only a person or a scheduled action brings it back',
					),
				]
			: []),
	];
}

function isFargate({ launchType, capacityProviderStrategy }: Service): boolean {
	return (
		launchType === 'FARGATE' ||
		capacityProviderStrategy.some(({ capacityProvider }) => capacityProvider.startsWith('FARGATE'))
	);
}

function switchedOff(before: Autoscaling | undefined, after: Autoscaling): readonly Remark[] {
	const isOff = after.suspended.scaleOut && !before?.suspended.scaleOut;
	return isOff ? [warning('with scale-out off it gets no task more, whatever the load')] : [];
}

function schedules(
	{ schedules, service, now }: TargetSnapshot,
	before: Autoscaling | undefined,
	after: Autoscaling,
): readonly Remark[] {
	const isMoved = before?.min !== after.min || before.max !== after.max || before.suspended.scheduled;
	if (!isMoved || after.suspended.scheduled) return [];
	return [
		...scheduleRemarks(seen(schedules) ?? [], undefined, { count: service.desiredCount, now }).map(({ text }) =>
			warning(text),
		),
		...unseenRemarks('scheduled actions', schedules),
	];
}
