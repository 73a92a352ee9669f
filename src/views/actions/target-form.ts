import { targetForm as present, type MetricForm, type TargetForm } from '../../actions/target/target-form.ts';
import type { TargetInput } from '../../actions/target/target-input.ts';
import type { TargetSnapshot } from '../../actions/target/target-snapshot.ts';
import { target } from '../../actions/target/target.ts';
import type { Refusal } from '../../actions/plan.ts';
import type { Field, Values } from './field.ts';
import { formOf } from './form.ts';

const ON_OFF = [
	{ value: 'on', label: 'on' },
	{ value: 'off', label: 'off' },
];

const SWITCHES = {
	scaleIn: 'Scale in',
	scaleOut: 'Scale out',
	scheduled: 'Scheduled actions',
} as const;

const SECONDS = {
	scaleInCooldown: 'Cooldown in',
	scaleOutCooldown: 'Cooldown out',
} as const;

/** Asks for targets and bounds, and, where more is wanted, for cooldowns and what is suspended. */
export const targetForm = formOf<TargetSnapshot, TargetInput>({
	action: target,
	opening: {},
	fields: (snapshot, values) => {
		const now = present(snapshot);
		return [
			metricField('cpu', 'CPU target', '%', now.metrics.cpu),
			metricField('memory', 'Memory target', '%', now.metrics.memory),
			...(snapshot.service.loadBalancers.length === 0 && now.metrics.requests.target === undefined
				? []
				: [metricField('requests', 'Requests per target', 'a minute', now.metrics.requests)]),
			{ kind: 'text', id: 'min', label: 'At least', ...bound(now.bounds?.min), unit: 'tasks' },
			{
				kind: 'text',
				id: 'max',
				label: 'At most',
				...bound(now.bounds?.max),
				unit: 'tasks',
				hint: `runs ${now.runningCount} of ${now.desiredCount} now`,
			},
			{ kind: 'tick', id: 'more', label: 'Cooldowns, and what is suspended' },
			...(values['more'] === 'on' ? moreFields(now) : []),
		];
	},
	input: inputOf,
});

function metricField(id: string, label: string, unit: string, { target: is, now }: MetricForm): Field {
	const hint = now === undefined ? undefined : `${Math.round(now)}${unit === '%' ? ' %' : ''} now`;
	return {
		kind: 'text',
		id,
		label,
		now: is === undefined ? 'none' : `${is}`,
		unit,
		...(hint === undefined ? {} : { hint: is === undefined ? hint : `${hint}; none deletes it` }),
	};
}

function bound(value: number | undefined): { readonly now: string } {
	return { now: value === undefined ? '-' : `${value}` };
}

function moreFields(now: TargetForm): readonly Field[] {
	const tracked = Object.values(now.metrics).find(({ target: is }) => is !== undefined);
	return [
		...Object.entries(SECONDS).map(([id, label]): Field => ({
			kind: 'text',
			id,
			label,
			now: `${tracked?.[id as keyof typeof SECONDS] ?? '-'}`,
			unit: 's',
		})),
		...Object.entries(SWITCHES).map(([id, label]): Field => ({
			kind: 'choice',
			id,
			label,
			choices: ON_OFF,
			initial: now[id as keyof typeof SWITCHES] ? 'on' : 'off',
		})),
	];
}

/** What differs from what there is: a field that is left alone asks for nothing. */
function inputOf(values: Values, snapshot: TargetSnapshot): TargetInput | Refusal | undefined {
	const input: Record<string, number | boolean | null> = {};
	for (const id of ['cpu', 'memory', 'requests', 'min', 'max', ...Object.keys(SECONDS)]) {
		const text = values[id]?.trim() ?? '';
		if (text === '') continue;
		const isTarget = id === 'cpu' || id === 'memory' || id === 'requests';
		if (text === 'none' && isTarget) input[id] = null;
		else if (/^\d+(?:\.\d+)?$/u.test(text)) input[id] = Number(text);
		else
			return {
				refused: `"${text}" is not a number.`,
				instead: isTarget ? 'Write 60, or none to delete the policy.' : 'Write 60.',
			};
	}
	const now = present(snapshot);
	for (const id of Object.keys(SWITCHES) as (keyof typeof SWITCHES)[]) {
		const wanted = values[id];
		if (wanted !== undefined && (wanted === 'on') !== now[id]) input[id] = wanted === 'on';
	}
	return Object.keys(input).length === 0 ? undefined : input;
}
