import type { Action } from '../action.ts';
import { followScale } from './follow-scale.ts';
import { planScale, type ScaleInput } from './plan-scale.ts';
import { readScaleSnapshot, type ScaleSnapshot } from './scale-snapshot.ts';
import { seen } from '../look.ts';

/** Another desired count. */
export const scale: Action<ScaleSnapshot, ScaleInput> = {
	verb: 'scale',
	read: readScaleSnapshot,
	plan: planScale,
	happened: ({ name, input }, _before, { service, scaling }) => {
		if (name === 'ecs:UpdateService') return service.desiredCount === input.desiredCount;
		const target = seen(scaling)?.target;
		return (
			(input.MinCapacity ?? target?.minCapacity) === target?.minCapacity &&
			(input.MaxCapacity ?? target?.maxCapacity) === target?.maxCapacity
		);
	},
	follow: followScale,
};
