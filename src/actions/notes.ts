import type { Change } from '../aws/changes/change.ts';
import { look, seen } from './look.ts';
import type { AuditEvent } from './audit.ts';
import { recordable } from './change-text.ts';
import type { Hands } from './hands.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Sent } from './sent.ts';

/** What is written down of one action, as it goes. */
export type Notes = {
	/** @throws {Error} when it cannot be written and nothing was sent yet: then nothing may be */
	before(change: Change, nothingSent: boolean): Promise<void>;
	after(change: Change, sent: Sent): Promise<void>;
	/** Answers the outcome, with a remark where the log has gaps. */
	end(outcome: Outcome): Promise<Outcome>;
};

/**
 * Begins the notes of an action with who does it. Of a plan that changes nothing, nothing is written.
 * @throws {Error} when the audit log cannot be written
 */
export async function takeNotes<Input>(
	{ subject, verb, differences, changes }: Plan<Input>,
	{ aws, audit, id, now }: Hands,
): Promise<Notes> {
	if (changes.length === 0) return { before: async () => {}, after: async () => {}, end: async (outcome) => outcome };
	const identity = seen(await look(aws.identity(subject.region)))?.arn;
	let gap: string | undefined;

	function write(event: AuditEvent): Promise<void> {
		return audit.append({ time: new Date(now()).toISOString(), id, identity, ...subject, verb, ...event });
	}

	/** What was sent is sent: from there on a log that cannot be written must not keep the rest from being told. */
	async function writeIfPossible(event: AuditEvent): Promise<void> {
		await write(event).catch(
			(error: unknown) => (gap ??= error instanceof Error ? error.message : 'it cannot be written'),
		);
	}

	await write({ event: 'planned', differences });
	return {
		before: (change, nothingSent) =>
			(nothingSent ? write : writeIfPossible)({
				event: 'sending',
				change: recordable(change),
			}),
		after: ({ name }, sent) => writeIfPossible({ event: 'answered', change: name, ...sent }),
		async end(outcome) {
			await writeIfPossible({ event: 'ended', outcome });
			if (gap === undefined) return outcome;
			return { ...outcome, text: `${outcome.text}\nThe audit log has a gap: ${gap}` };
		},
	};
}
