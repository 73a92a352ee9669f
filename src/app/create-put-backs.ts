import { isRefusal } from '../actions/plan.ts';
import { look } from '../actions/look.ts';
import { failedCallAndNext } from '../model/failure-words.ts';
import type { ChangeRecord, PutBack } from '../views/changes/change-record.ts';
import type { Changes, MadeChange } from './create-changes.ts';

/** Puts back what was changed for a while, unless somebody has changed it meanwhile. */
export type PutBacks = {
	/** @param at epoch ms */
	schedule(id: string, at: number): void;
	/** A change has ended: what it looks like now is what it must look like when it is put back; or it has put one back. */
	settle(record: ChangeRecord): Promise<void>;
	stop(): void;
};

/** @param say hears what became of one */
export function createPutBacks(changes: Changes, say: (text: string, failed: boolean) => void): PutBacks {
	/** What each change stands on once it has been made, by its id. */
	const bases = new Map<string, string>();
	const timers = new Map<string, () => void>();
	const never = new AbortController().signal;
	/** What is being put back, by the change that does it. */
	const under = new Map<string, string>();

	async function planBack(
		{ undo, acting }: MadeChange,
		{ plan }: ChangeRecord,
	): Promise<
		Exclude<ReturnType<Awaited<ReturnType<NonNullable<MadeChange['undo']>['open']>>['plan']>, undefined> | string
	> {
		const draft = undo && (await look(undo.open(acting.aws, plan.subject, never)));
		if (!draft) return 'there is no way back';
		if ('failure' in draft) return failedCallAndNext(draft.failure);
		return draft.value.plan({}) ?? 'there is no way back';
	}

	async function putBack(id: string): Promise<void> {
		timers.delete(id);
		const record = find(id);
		const made = changes.made(id);
		if (!record?.putBack || !made || record.undoneBy !== undefined) return;
		const { title, subject } = record.plan;
		const done = (text: string) => end(record, { state: 'done', text });
		const leave = (why: string) => end(record, { state: 'left', text: `${title} was not put back: ${why}` });
		const back = await planBack(made, record);
		if (typeof back === 'string') return leave(back);
		if (isRefusal(back)) return back.already ? done(`${subject.serviceName} was back already`) : leave(back.refused);
		const basis = bases.get(id);
		if (basis === undefined) return leave('how it was left could not be read, so somebody may have changed it since');
		if (back.plan.basis !== basis) return leave('it was changed meanwhile, by somebody or by autoscaling');
		try {
			const begun = await changes.begin(back, made.acting, id);
			if (begun === 'outdated') return leave('it was changed at that very moment');
			under.set(begun.id, id);
			end(record, { state: 'under way', text: `${subject.serviceName} is being put back` });
		} catch (error) {
			leave(error instanceof Error ? error.message : String(error));
		}
	}

	function end({ id, putBack: before }: ChangeRecord, after: Pick<PutBack, 'state' | 'text'>): void {
		if (before) changes.update(id, { putBack: { ...before, ...after } });
		say(after.text, after.state === 'left');
	}

	/** Only now it is known whether AWS has taken it. */
	function hasPutBack(record: ChangeRecord, back: ChangeRecord): void {
		const { title, subject } = record.plan;
		if (record.undoneBy === back.id) return end(record, { state: 'done', text: `${subject.serviceName} was put back` });
		const [why = ''] = (back.outcome?.text ?? '').split('\n');
		end(record, { state: 'left', text: `${title} was not put back: ${why}` });
	}

	function find(id: string | undefined): ChangeRecord | undefined {
		return changes.records.getState().find((one) => one.id === id);
	}

	return {
		schedule(id, at) {
			const made = changes.made(id);
			if (!made) return;
			const { time } = made.acting;
			changes.update(id, { putBack: { at, state: 'waiting', text: '' } });
			const timer = time.setTimeout(() => void putBack(id), Math.max(0, at - time.now()));
			timers.set(id, () => time.clearTimeout(timer));
		},
		async settle(record) {
			const original = find(under.get(record.id));
			if (original) return hasPutBack(original, record);
			const made = changes.made(record.id);
			if (!made || record.putBack?.state !== 'waiting') return;
			const back = await planBack(made, record);
			if (typeof back !== 'string' && !isRefusal(back)) bases.set(record.id, back.plan.basis);
		},
		stop() {
			for (const clear of timers.values()) clear();
		},
	};
}
