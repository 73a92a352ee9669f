import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/**
 * What to ask for to have it as it was before a plan was carried out; undefined when nothing was changed, or there is no
 * way back. It is planned as anything else is: what has come about since then is seen, and may refuse it.
 */
export function undoOf<Input>({ undo }: Plan<Input>, { untouched }: Outcome): Input | undefined {
	return untouched ? undefined : undo;
}
