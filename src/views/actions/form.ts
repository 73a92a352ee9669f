import type { Action } from '../../actions/action.ts';
import { carryOut, type Progress } from '../../actions/carry-out.ts';
import type { Hands } from '../../actions/hands.ts';
import type { Outcome } from '../../actions/outcome.ts';
import { isRefusal, type Plan, type Refusal } from '../../actions/plan.ts';
import type { Subject } from '../../actions/subject.ts';
import type { Field, Values } from './field.ts';

/** How a person is asked for the input of an action. Pure, but for `more`. */
export type ActionForm<Snapshot, Input, More = undefined> = {
	readonly action: Action<Snapshot, Input>;
	/** What is looked at before anything was asked for. */
	readonly opening: Input;
	/** What is shown beyond what the action stands on: the tags there are. */
	readonly more?: (aws: Hands['aws'], snapshot: Snapshot, signal: Hands['signal']) => Promise<More>;
	readonly fields: (snapshot: Snapshot, values: Values, more: More | undefined) => readonly Field[];
	/** What the values ask for; undefined while that is nothing yet, or why they ask for nothing that can be done. */
	readonly input: (values: Values, snapshot: Snapshot) => Input | Refusal | undefined;
	/** What follows when it has ended, with hands of its own: what was before is brought back. */
	readonly afterwards?: (
		values: Values,
	) =>
		| undefined
		| ((plan: Plan<Input>, outcome: Outcome, hands: Hands) => AsyncGenerator<Progress, Outcome | undefined>);
	/** Ms after which it is to be put back; undefined: never. */
	readonly putBackAfter?: (values: Values) => number | undefined;
	/** Ms for which it is followed; ten minutes, if absent. */
	readonly followFor?: (values: Values) => number;
};

/** A form that has not been opened yet, whatever its action is. */
export type Form = {
	/** Reads what it stands on. @throws {AwsCallError} */
	open(aws: Hands['aws'], subject: Subject, signal: Hands['signal']): Promise<Draft>;
};

/** A form with what was read for it. */
export type Draft = {
	fields(values: Values): readonly Field[];
	/** What would be done; undefined while nothing is asked for. */
	plan(values: Values): Ready | Refusal | undefined;
	/** Whether it was read for what these values ask for. */
	fits(values: Values): boolean;
	/** Read again, for these values. @throws {AwsCallError} */
	again(values: Values, signal: Hands['signal']): Promise<Draft>;
};

/** A plan that can be carried out. */
export type Ready = {
	readonly plan: Plan;
	/** The plan back, to be looked at before it is carried out; undefined where there is no way back. */
	readonly undo: Form | undefined;
	readonly putBackAfter: number | undefined;
	readonly followFor: number;
	/**
	 * @param hands new ones for each part of it
	 * @returns `outdated`: what it stood on has changed, and nothing was sent
	 * @throws as `carryOut`
	 */
	carryOut(hands: () => Hands): AsyncGenerator<Progress, Outcome | 'outdated'>;
};

const FOLLOW_FOR = 600_000;

/** Makes a form of an action that can be kept beside those of other actions. */
export function formOf<Snapshot, Input, More = undefined>(form: ActionForm<Snapshot, Input, More>): Form {
	const { action, opening } = form;

	async function read(aws: Hands['aws'], subject: Subject, input: Input, signal: Hands['signal']): Promise<Draft> {
		const snapshot = await action.read(aws, subject, input, signal);
		const more = await form.more?.(aws, snapshot, signal);
		/** What to read for. */
		const wanted = (values: Values): Input => {
			const asked = form.input(values, snapshot);
			return asked === undefined || isRefused(asked) ? input : asked;
		};
		return {
			fields: (values) => form.fields(snapshot, values, more),
			plan(values) {
				const asked = form.input(values, snapshot);
				if (asked === undefined) return undefined;
				if (isRefused(asked)) return asked;
				const planned = action.plan(snapshot, asked);
				return isRefusal(planned) ? planned : readied(form, planned, values);
			},
			fits: (values) => JSON.stringify(wanted(values)) === JSON.stringify(input),
			again: (values, reading) => read(aws, subject, wanted(values), reading),
		};
	}

	return { open: (aws, subject, signal) => read(aws, subject, opening, signal) };
}

/** A form that asks for nothing: the input is known. */
export function fixedForm<Snapshot, Input>(action: Action<Snapshot, Input>, input: Input): Form {
	return formOf({ action, opening: input, fields: () => [], input: () => input });
}

function isRefused(asked: unknown): asked is Refusal {
	return typeof asked === 'object' && asked !== null && isRefusal(asked);
}

function readied<Snapshot, Input, More>(
	{ action, putBackAfter, followFor, afterwards }: ActionForm<Snapshot, Input, More>,
	plan: Plan<Input>,
	values: Values,
): Ready {
	return {
		plan,
		undo: plan.undo === undefined ? undefined : fixedForm(action, plan.undo),
		putBackAfter: putBackAfter?.(values),
		followFor: followFor?.(values) ?? FOLLOW_FOR,
		async *carryOut(hands) {
			const end = yield* carryOut(action, plan, hands());
			if (end.state === 'outdated') return 'outdated';
			const after = afterwards?.(values);
			const second = after && (yield* after(plan, end, hands()));
			if (!second) return end;
			return {
				...end,
				text: `${end.text}\n${second.text}`,
				...(second.next === undefined ? {} : { next: second.next }),
			};
		},
	};
}
