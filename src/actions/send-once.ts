import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Change } from '../aws/changes/change.ts';
import { mayHaveHappened, type AwsFailure } from '../model/aws-failure.ts';
import type { Action } from './action.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Hands } from './hands.ts';
import type { Plan } from './plan.ts';
import type { Sent } from './sent.ts';

/** Ms before each look for a change: what was made may be seen late (ECS API reference, eventual consistency). */
const PAUSES = [2_000, 8_000, 20_000];

/** Sends a change, once. When its answer is lost, the state is read again to see whether it was made. */
export async function sendOnce<Snapshot, Input>(
	action: Action<Snapshot, Input>,
	plan: Plan<Input>,
	{ change, before }: { readonly change: Change; readonly before: Snapshot },
	hands: Hands,
): Promise<Sent> {
	try {
		return { state: 'made', ...(await hands.aws.change(change, plan.subject)) };
	} catch (error) {
		if (!(error instanceof AwsCallError)) throw error;
		const failure = await explainRefusal(error.failure);
		if (!mayHaveHappened(failure)) return { state: 'refused', failure };
		return await lookFor(action, plan, { change, before, failure }, hands);
	}
}

async function lookFor<Snapshot, Input>(
	action: Action<Snapshot, Input>,
	{ subject, input }: Plan<Input>,
	{ change, before, failure }: { readonly change: Change; readonly before: Snapshot; readonly failure: AwsFailure },
	{ aws, wait, signal }: Hands,
): Promise<Sent> {
	let seen = false;
	for (const pause of PAUSES) {
		await wait(pause);
		try {
			const after = await action.read(aws, subject, input);
			const answer = action.recover(change, before, after);
			if (answer) return { ...answer, state: 'made' };
			// Whoever leaves does not wait: what was looked for too early may still come.
			seen = !signal.aborted;
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			seen = false;
		}
	}
	return { state: seen ? 'refused' : 'lost', failure };
}
