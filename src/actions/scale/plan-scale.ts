import type { Change } from '../../aws/changes/change.ts';
import type { ScalableTarget } from '../../model/scaling.ts';
import { cannotScale } from '../cannot-scale.ts';
import { seen } from '../look.ts';
import type { Difference, Plan, Refusal } from '../plan.ts';
import { scalable } from '../scalable.ts';
import { subjectOf } from '../subject.ts';
import { countFrom } from './count-wish.ts';
import { scaleRemarks } from './scale-remarks.ts';
import type { ScaleSnapshot } from './scale-snapshot.ts';

/** How many tasks there should be. */
export type ScaleInput = {
	/** `6`, `+2`, `-1`, `x2` */
	readonly count: string;
	/** Move the bound of autoscaling that the count lies outside of, too. */
	readonly moveBound?: boolean;
	/** Autoscaling's bounds, to have them as they were. */
	readonly bounds?: Bounds;
};

type Bounds = { readonly min: number; readonly max: number };

/** Changes the desired count, and autoscaling's bounds where that is asked for. */
export function planScale(snapshot: ScaleSnapshot, input: ScaleInput): Plan<ScaleInput> | Refusal {
	const { service } = snapshot;
	const refusal = cannotScale(service);
	if (refusal) return refusal;
	const count = countFrom(input.count, service.desiredCount);
	if (typeof count === 'string') return { refused: count, instead: `It has ${service.desiredCount} now.` };
	const target = seen(snapshot.scaling)?.target;
	const bounds = target ? wantedBounds(target, count, input) : undefined;
	const movesBounds = target && bounds && (bounds.min !== target.minCapacity || bounds.max !== target.maxCapacity);
	if (count === service.desiredCount && !movesBounds) {
		const refused = `The desired count of ${service.serviceName} is ${count} already.`;
		return { refused, instead: 'There is nothing to do.', already: true };
	}
	const subject = subjectOf(service);
	const setCount: readonly Change[] =
		count === service.desiredCount
			? []
			: [
					{
						name: 'ecs:UpdateService',
						region: subject.region,
						input: { cluster: subject.clusterArn, service: subject.serviceArn, desiredCount: count },
					},
				];
	const setBounds = movesBounds ? [boundsChange(subject.region, target, bounds)] : [];
	// Registering clamps the count at once (RegisterScalableTarget): bounds that the count does not fit yet come after it.
	const first = bounds && service.desiredCount >= bounds.min && service.desiredCount <= bounds.max;
	return {
		verb: 'scale',
		title: `Scale ${service.serviceName}`,
		subject,
		input,
		differences: [
			...difference('Desired count', service.desiredCount, count),
			...(movesBounds ? difference('Autoscaling minimum', target.minCapacity, bounds.min) : []),
			...(movesBounds ? difference('Autoscaling maximum', target.maxCapacity, bounds.max) : []),
		],
		remarks: scaleRemarks(snapshot, count, bounds),
		changes: first ? [...setBounds, ...setCount] : [...setCount, ...setBounds],
		basis: JSON.stringify([service.desiredCount, target?.minCapacity, target?.maxCapacity]),
		undo: {
			count: `${service.desiredCount}`,
			...(movesBounds ? { bounds: { min: target.minCapacity, max: target.maxCapacity } } : {}),
		},
	};
}

function wantedBounds(
	{ minCapacity, maxCapacity }: ScalableTarget,
	count: number,
	{ moveBound, bounds }: ScaleInput,
): Bounds {
	if (bounds) return bounds;
	if (!moveBound) return { min: minCapacity, max: maxCapacity };
	return { min: Math.min(minCapacity, count), max: Math.max(maxCapacity, count) };
}

function boundsChange(region: string, { resourceId, minCapacity, maxCapacity }: ScalableTarget, to: Bounds): Change {
	return {
		name: 'application-autoscaling:RegisterScalableTarget',
		region,
		input: {
			...scalable(resourceId),
			...(to.min === minCapacity ? {} : { MinCapacity: to.min }),
			...(to.max === maxCapacity ? {} : { MaxCapacity: to.max }),
		},
	};
}

function difference(what: string, before: number, after: number): readonly Difference[] {
	return before === after ? [] : [{ what, before: `${before}`, after: `${after}` }];
}
