import type { ScaleInput } from '../../actions/scale/plan-scale.ts';
import type { ScaleSnapshot } from '../../actions/scale/scale-snapshot.ts';
import { countFrom } from '../../actions/scale/count-wish.ts';
import { scale } from '../../actions/scale/scale.ts';
import { seen } from '../../actions/look.ts';
import type { Choice, Field } from './field.ts';
import { formOf } from './form.ts';

const ALWAYS = 'always';
const MINUTES = ['15', '30', '60', '120'];
const HOW_LONG: readonly Choice[] = [
	{ value: ALWAYS, label: ALWAYS },
	...MINUTES.map((value) => ({ value, label: `${value} minutes` })),
];

/** Asks for a desired count, for how long, and whether autoscaling's bounds move with it. */
export const scaleForm = formOf<ScaleSnapshot, ScaleInput>({
	action: scale,
	opening: { count: '+0' },
	fields: (snapshot, { count = '', for: howLong = ALWAYS }) => [
		{
			kind: 'text',
			id: 'count',
			label: 'Desired count',
			now: `${snapshot.service.desiredCount}`,
			hint: '+2, -1, x2 and 0 also work',
		},
		...boundField(snapshot, count),
		{
			kind: 'choice',
			id: 'for',
			label: 'For',
			choices: HOW_LONG,
			...(howLong === ALWAYS ? {} : { hint: 'then put back, if this console still runs' }),
		},
	],
	input: ({ count = '', bound }) =>
		count.trim() === '' ? undefined : { count: count.trim(), ...(bound === 'on' ? { moveBound: true } : {}) },
	putBackAfter: ({ for: minutes = ALWAYS }) => (minutes === ALWAYS ? undefined : Number(minutes) * 60_000),
});

/** Offered when the count lies outside of what autoscaling keeps it in. */
function boundField({ service, scaling }: ScaleSnapshot, wish: string): readonly Field[] {
	const target = seen(scaling)?.target;
	const count = countFrom(wish, service.desiredCount);
	if (!target || typeof count === 'string') return [];
	const { minCapacity, maxCapacity } = target;
	if (count > maxCapacity) {
		return [{ kind: 'tick', id: 'bound', label: `Raise autoscaling's maximum from ${maxCapacity} to ${count}` }];
	}
	if (count < minCapacity) {
		return [{ kind: 'tick', id: 'bound', label: `Lower autoscaling's minimum from ${minCapacity} to ${count}` }];
	}
	return [];
}
