import { randomUUID } from 'node:crypto';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { changeText } from '../actions/change-text.ts';
import type { Progress } from '../actions/carry-out.ts';
import type { Outcome } from '../actions/outcome.ts';
import type { Form, Ready } from '../views/actions/form.ts';
import type { ChangeRecord } from '../views/changes/change-record.ts';
import { waitWith, type Acting } from './acting.ts';

/** A change of this console, with what is needed to take it back. */
export type MadeChange = { readonly id: string; readonly undo: Form | undefined; readonly acting: Acting };

/** The changes made since the console was opened: carried out, followed, kept. Knows no React. */
export type Changes = {
	/** Newest first. */
	readonly records: StoreApi<readonly ChangeRecord[]>;
	/**
	 * Looks again and sends. Resolves as soon as the first call leaves, with the change's id; `outdated`: nothing was sent.
	 * @throws as `carryOut`: nothing was sent
	 */
	begin(ready: Ready, acting: Acting, undoes?: string): Promise<{ readonly id: string } | 'outdated'>;
	update(id: string, change: Partial<ChangeRecord>): void;
	made(id: string): MadeChange | undefined;
	/** Whether something was changed with these hands. */
	uses(acting: Acting): boolean;
	/** Stops following, as soon as every call under way has been answered. */
	stop(): Promise<void>;
	/** Resolves when nothing is followed any more. */
	ended(): Promise<void>;
};

type Listener = {
	/** AWS took a call: what is on screen is old. */
	readonly onMade: () => void;
	readonly onEnd: (record: ChangeRecord) => void;
};

type Running = {
	readonly id: string;
	/** The change that it takes back. */
	readonly undoes: string | undefined;
	readonly first: Progress;
	readonly steps: AsyncGenerator<Progress, Outcome | 'outdated'>;
	readonly acting: Acting;
};

export function createChanges({ onMade, onEnd }: Listener): Changes {
	const records = createStore<readonly ChangeRecord[]>(() => []);
	const made = new Map<string, MadeChange>();
	const running = new Map<string, Promise<void>>();
	/** Answers that must not be lost. */
	const awaited = new Set<Promise<unknown>>();
	const leaving = new AbortController();
	/** Nothing is begun any more. */
	let ending = false;

	function update(id: string, change: Partial<ChangeRecord>): void {
		records.setState((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)), true);
	}

	function record(id: string): ChangeRecord | undefined {
		return records.getState().find((one) => one.id === id);
	}

	async function begin(ready: Ready, acting: Acting, undoes?: string): ReturnType<Changes['begin']> {
		const { time, aws, audit } = acting;
		const id = randomUUID();
		// What follows by itself has lines of its own in the audit log.
		let own: string | undefined = id;
		const steps = ready.carryOut(() => {
			const hands = {
				aws,
				audit,
				id: own ?? randomUUID(),
				now: time.now,
				wait: waitWith(time, leaving.signal),
				signal: leaving.signal,
				until: time.now() + ready.followFor,
			};
			own = undefined;
			return hands;
		});
		const first = await answered(steps.next());
		if (first.done) return 'outdated';
		if (ending) {
			await steps.return('outdated');
			throw new Error('deckwatch was left before it was sent.');
		}
		made.set(id, { id, undo: ready.undo, acting });
		const begun: ChangeRecord = {
			id,
			plan: ready.plan,
			startedAt: time.now(),
			steps: [],
			rollout: undefined,
			outcome: undefined,
			endedAt: undefined,
			canUndo: false,
			undoneBy: undefined,
			putBack: undefined,
		};
		records.setState((all) => [begun, ...all], true);
		running.set(
			id,
			run({ id, undoes, first: first.value, steps, acting }).finally(() => running.delete(id)),
		);
		return { id };
	}

	async function run({ id, undoes, first, steps, acting: { time } }: Running): Promise<void> {
		let step: Progress = first;
		const outcome = await follow().catch(ourMistake);
		update(id, { outcome, endedAt: time.now() });
		const ended = record(id);
		if (ended) onEnd(ended);

		async function follow(): Promise<Outcome> {
			for (;;) {
				hear(id, step, time.now());
				// What was refused has taken nothing back.
				if (step.kind === 'made' && undoes !== undefined) update(undoes, { undoneBy: id });
				// oxlint-disable-next-line no-await-in-loop -- one step after the other
				const { done, value } = await (step.kind === 'sending' ? answered(steps.next()) : steps.next());
				if (!done) step = value;
				else if (value !== 'outdated') return value;
			}
		}
	}

	/** What is being sent is waited for, even where the console ends. */
	async function answered<T>(answer: Promise<T>): Promise<T> {
		awaited.add(answer);
		try {
			return await answer;
		} finally {
			awaited.delete(answer);
		}
	}

	function hear(id: string, step: Progress, at: number): void {
		const before = record(id);
		if (!before) return;
		const canUndo = before.canUndo || (step.kind === 'made' && made.get(id)?.undo !== undefined);
		const rollout = (step.kind === 'progress' ? step.rollout : undefined) ?? before.rollout;
		update(id, { canUndo, rollout, steps: [...before.steps, { at, text: stepText(step) }] });
		if (step.kind === 'made') onMade();
	}

	return {
		records,
		begin,
		update,
		made: (id) => made.get(id),
		uses: (acting) => [...made.values()].some((one) => one.acting === acting),
		stop: async () => {
			ending = true;
			await Promise.allSettled(awaited);
			leaving.abort();
		},
		ended: async () => void (await Promise.all(running.values())),
	};
}

/** What was sent goes on in AWS, whatever becomes of us. */
function ourMistake(error: unknown): Outcome {
	const why = error instanceof Error ? error.message : String(error);
	return {
		state: 'unknown',
		text: `deckwatch itself failed while it followed this: ${why}`,
		next: 'What was sent goes on in AWS: the panes show what becomes of it.',
	};
}

function stepText(step: Progress): string {
	switch (step.kind) {
		case 'planned':
			return `next: ${step.plan.title}`;
		case 'sending':
			return `sending ${changeText(step.change)}`;
		case 'made':
			return step.requestId === undefined
				? 'the answer was lost, but AWS has taken it'
				: `taken, request ${step.requestId}`;
		case 'progress':
			return step.text;
	}
}
