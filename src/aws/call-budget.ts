import { apiBucket } from './api-bucket.ts';
import { fullBucket, refilled, slowed, spent, waitFor, type TokenBucket } from './token-bucket.ts';

/** A call as the budget sees it. */
type BudgetedCall = { readonly region: string; readonly service: string; readonly operation: string };

/** `urgent` goes before all that waits for its turn: what somebody looks at, before what is read in passing. */
export type Turn = 'urgent' | 'in-turn';

/** The calls deckwatch may send, shared by everything in the process, per region and API bucket. */
export type CallBudget = {
	/** Waits for a turn, first come first served among the urgent and then the others. Rejects with the signal's reason when it aborts first. */
	take(call: BudgetedCall, signal?: AbortSignal, turn?: Turn): Promise<void>;
	/** Accounts for a call that cannot wait: the SDK sending one again. */
	spend(call: BudgetedCall): void;
	/** AWS throttled this call: its bucket goes slower for a while. */
	throttled(call: BudgetedCall): void;
};

type Line = { bucket: TokenBucket; readonly waiting: Readonly<Record<Turn, Set<() => void>>>; timer?: NodeJS.Timeout };

/** @param clock `now()` in epoch ms; the waiting itself is done with `setTimeout`. */
export function createCallBudget(clock: { now(): number }): CallBudget {
	const lines = new Map<string, Line>();

	function lineOf({ region, service, operation }: BudgetedCall): Line {
		const { name, ...allowance } = apiBucket(service, operation);
		const key = `${region} ${name}`;
		const line = lines.get(key) ?? {
			bucket: fullBucket(allowance, clock.now()),
			waiting: { urgent: new Set(), 'in-turn': new Set() },
		};
		lines.set(key, line);
		line.bucket = refilled(line.bucket, clock.now());
		return line;
	}

	function admit(line: Line): void {
		clearTimeout(line.timer);
		line.bucket = refilled(line.bucket, clock.now());
		const { urgent, 'in-turn': inTurn } = line.waiting;
		for (const waiting of [urgent, inTurn]) {
			for (const start of waiting) {
				if (waitFor(line.bucket) > 0) break;
				waiting.delete(start);
				line.bucket = spent(line.bucket);
				start();
			}
		}
		if (urgent.size + inTurn.size > 0) line.timer = setTimeout(() => admit(line), waitFor(line.bucket));
	}

	return {
		take(call, signal, turn = 'in-turn') {
			if (signal?.aborted) return Promise.reject(signal.reason);
			const line = lineOf(call);
			const waiting = line.waiting[turn];
			return new Promise((resolve, reject) => {
				const start = () => {
					signal?.removeEventListener('abort', leave);
					resolve();
				};
				const leave = () => {
					waiting.delete(start);
					admit(line);
					reject(signal?.reason);
				};
				signal?.addEventListener('abort', leave, { once: true });
				waiting.add(start);
				admit(line);
			});
		},
		spend(call) {
			const line = lineOf(call);
			line.bucket = spent(line.bucket);
		},
		throttled(call) {
			const line = lineOf(call);
			line.bucket = slowed(line.bucket, clock.now());
		},
	};
}
