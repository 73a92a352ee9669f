import type { Action } from '../action.ts';
import { followScale } from './follow-scale.ts';
import { planScale, type ScaleInput } from './plan-scale.ts';
import { readScaleSnapshot, type ScaleSnapshot } from './scale-snapshot.ts';
import { sure } from '../look.ts';

/** Another desired count. */
export const scale: Action<ScaleSnapshot, ScaleInput> = {
	verb: 'scale',
	read: readScaleSnapshot,
	plan: planScale,
	recover(change, _before, { service, scaling }) {
		if (change.name === 'ecs:UpdateService') return service.desiredCount === change.input.desiredCount ? {} : undefined;
		if (change.name !== 'application-autoscaling:RegisterScalableTarget') return undefined;
		const { MinCapacity, MaxCapacity } = change.input;
		const target = sure(scaling)?.target;
		const isSo =
			(MinCapacity ?? target?.minCapacity) === target?.minCapacity &&
			(MaxCapacity ?? target?.maxCapacity) === target?.maxCapacity;
		return isSo ? {} : undefined;
	},
	follow: followScale,
};
