import type { Action } from '../action.ts';
import { cannotTell } from '../cannot-tell.ts';
import { followScale } from './follow-scale.ts';
import { planScale, type ScaleInput } from './plan-scale.ts';
import { readScaleSnapshot, type ScaleSnapshot } from './scale-snapshot.ts';
import { sure } from '../look.ts';

/** Another desired count. */
export const scale: Action<ScaleSnapshot, ScaleInput> = {
	verb: 'scale',
	read: readScaleSnapshot,
	plan: planScale,
	recover(change, before, { service, scaling }) {
		if (change.name === 'ecs:UpdateService') {
			if (service.desiredCount === change.input.desiredCount) return {};
			// Somebody else has set it: after ours, or instead of it.
			if (service.desiredCount !== before.service.desiredCount) throw cannotTell(change.name);
			return undefined;
		}
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
