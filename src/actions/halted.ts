import type { Change } from '../aws/changes/change.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import { changeText } from './change-text.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Sent } from './sent.ts';

/** The end of an action of which one call was not taken: what was changed by then, and what was not. */
export function halted<Input>(
	{ subject, changes }: Plan<Input>,
	made: readonly Change[],
	change: Change,
	{ state, failure }: Exclude<Sent, { readonly state: 'made' }>,
): Outcome {
	const { code, message, requestId } = failure;
	const next = nextStep(failure);
	const why = `${change.name}: ${code}: ${message}${requestId === undefined ? '' : ` (request ${requestId})`}`;
	const notTried = changes.slice(made.length + 1);
	const parts = [
		...(made.length > 0 ? [`Done: ${list(made)}.`] : []),
		...(state === 'lost' ? [`May have been done or not: ${changeText(change)}.`] : []),
		...(state === 'refused' ? [`Not done: ${list([change, ...notTried])}.`] : []),
		...(state === 'lost' && notTried.length > 0 ? [`Not done: ${list(notTried)}.`] : []),
	];
	const nothing = made.length === 0 && state === 'refused' ? `Nothing of ${subject.serviceName} was changed.` : '';
	return {
		state: state === 'lost' ? 'unknown' : 'failed',
		text: [why, nothing || parts.join(' ')].join('\n'),
		next: state === 'lost' ? `Look at ${subject.serviceName} before you try again. ${next}` : next,
		failure,
	};
}

function nextStep({ kind, code, next }: AwsFailure): string {
	// What reads is tried again by itself; a change is not.
	if (kind === 'throttled') return 'It is not sent again by itself: repeat it in a minute.';
	// What it was about is in another state by now (ECS API reference, StopServiceDeployment).
	if (code === 'ConflictException')
		return 'It has changed in the meantime: give the command again to see what is to be done now.';
	return next;
}

function list(changes: readonly Change[]): string {
	return changes.map(changeText).join(', ');
}
