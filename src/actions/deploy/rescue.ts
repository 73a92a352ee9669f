import { AwsCallError } from '../../aws/aws-call-error.ts';
import { carryOut, type Progress } from '../carry-out.ts';
import type { Hands } from '../hands.ts';
import type { Outcome } from '../outcome.ts';
import { isRefusal, type Plan } from '../plan.ts';
import type { RollbackInput } from '../rollback/rollback-input.ts';
import { rollback } from '../rollback/rollback.ts';
import type { DeployInput } from './deploy-input.ts';

/**
 * Brings back what was before a deployment that will not come to a good end by itself: it stopped without being rolled
 * back, its tasks do not stay up, or it takes longer than one wanted to wait. Only that deployment: one that somebody else has begun since is left alone.
 * @param hands with a time limit, and an id for the audit log, of their own
 * @returns how that ended; undefined where there is nothing to bring back
 */
export async function* rescue(
	{ subject, undo }: Plan<DeployInput>,
	{ stuck, calledDone }: Outcome,
	hands: Hands,
): AsyncGenerator<Progress, Outcome | undefined> {
	if (stuck === undefined) return undefined;
	const to = undo?.taskDefinition;
	const input: RollbackInput = {
		deployment: stuck,
		...(calledDone ? { calledDone } : {}),
		...(to === undefined ? {} : { to }),
	};
	try {
		const plan = rollback.plan(await rollback.read(hands.aws, subject, input, hands.signal), input);
		if (isRefusal(plan)) return { state: plan.already ? 'done' : 'failed', text: plan.refused, next: plan.instead };
		yield { kind: 'planned', plan };
		const end = yield* carryOut(rollback, plan, hands);
		if (end.state !== 'outdated') return end;
		return notRolledBack(
			'it has changed at the same moment',
			`Look at ${subject.serviceName}, and roll it back by hand.`,
		);
	} catch (error) {
		if (!(error instanceof AwsCallError)) throw error;
		const { service, operation, message, next } = error.failure;
		return {
			...notRolledBack(
				`${service}:${operation}: ${message}`,
				`${next} Then \`deckwatch rollback ${subject.serviceName}\` brings it back.`,
			),
			failure: error.failure,
		};
	}
}

function notRolledBack(why: string, next: string): Outcome {
	return { state: 'failed', text: `It was not rolled back: ${why}`, next };
}
