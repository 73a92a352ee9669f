import { changeText, recordable } from '../../actions/change-text.ts';
import type { Progress } from '../../actions/carry-out.ts';
import type { Outcome } from '../../actions/outcome.ts';
import type { Plan, Refusal } from '../../actions/plan.ts';
import { type Io, say } from '../io.ts';
import { planText } from './plan-text.ts';

/** Where a command tells how an action goes: lines for people, or one JSON object a line. */
export type Report = {
	plan(plan: Plan): void;
	progress(step: Progress): void;
	outcome(outcome: Outcome): void;
	/** Nothing is to be done, and why. */
	already(why: Refusal): void;
	/** A sentence beside the data. */
	remark(text: string): void;
};

/** Lines for people, or JSON lines for a script; remarks go to stderr in both. */
export function createReport(io: Io, json: boolean): Report {
	return json ? jsonReport(io) : linesReport(io);
}

function linesReport(io: Io): Report {
	const line = (text: string) => io.stdout.write(`${text}\n`);
	const timed = (text: string) => line(`${new Date(io.now()).toISOString().slice(11, 19)}Z  ${text}`);
	return {
		plan: (plan) => line(planText(plan)),
		progress(step) {
			if (step.kind === 'planned') return void line(planText(step.plan));
			timed(progressText(step));
			if (step.kind === 'progress' && step.next !== undefined) line(`  ${step.next}`);
		},
		outcome({ state, text, next }) {
			const [first = '', ...rest] = text.split('\n');
			timed(`${state}: ${first}`);
			for (const more of rest) line(`  ${more}`);
			for (const more of next?.split('\n') ?? []) line(`  ${more}`);
		},
		already: ({ refused, instead }) => say(io, `deckwatch: ${refused}\n  ${instead}`),
		remark: (text) => say(io, `deckwatch: ${text}`),
	};
}

function progressText(step: Exclude<Progress, { readonly kind: 'planned' }>): string {
	switch (step.kind) {
		case 'sending':
			return `sending ${changeText(step.change)}`;
		case 'made':
			return `taken   ${step.change.name}${step.requestId === undefined ? '' : `, request ${step.requestId}`}`;
		case 'progress':
			return step.text;
	}
}

function jsonReport(io: Io): Report {
	const event = (name: string, members: object) =>
		io.stdout.write(`${JSON.stringify({ event: name, time: new Date(io.now()).toISOString(), ...members })}\n`);
	const planned = ({ changes, ...plan }: Plan) =>
		event('planned', {
			...plan,
			basis: undefined,
			input: undefined,
			undo: undefined,
			changes: changes.map(recordable),
		});
	return {
		plan: planned,
		progress(step) {
			if (step.kind === 'planned') return planned(step.plan);
			const { kind, ...members } = step;
			event(kind, 'change' in members ? { ...members, change: recordable(members.change) } : members);
		},
		outcome: (outcome) => event('ended', outcome),
		already: ({ refused, instead }) => event('ended', { state: 'done', text: refused, next: instead }),
		remark: (text) => say(io, `deckwatch: ${text}`),
	};
}
