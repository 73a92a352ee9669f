import type { ServiceEvent } from '../model/service.ts';
import type { Rollout } from './deployment-story.ts';
import { deployWords, rollbackWords } from './rollout-words.ts';
import { DEPLOYMENT_COMPLETED, DEPLOYMENT_FAILED, ROLLING_BACK } from './service-events.ts';

/** One step of a rollout, to stand between the events of its service. */
export type RolloutMoment = {
	/** Epoch ms. */
	readonly at: number;
	readonly step: 'began' | 'completed' | 'failed' | 'taken back';
	readonly text: string;
};

/** The steps of rollouts, each told once, with from what to what. `changes`: what is new in a revision, if it is known. */
export function rolloutMoments(
	rollouts: readonly Rollout[],
	changes: (rollout: Rollout) => string = () => '',
): readonly RolloutMoment[] {
	return rollouts.flatMap((rollout) => {
		const { startedAt, endedAt, outcome, why, rollback } = rollout;
		const deploy = deployWords(rollout);
		const fresh = changes(rollout);
		const moments: RolloutMoment[] = [];
		if (startedAt !== undefined) {
			moments.push({ at: startedAt, step: 'began', text: `${deploy} began${fresh === '' ? '' : `: ${fresh}`}` });
		}
		if (endedAt !== undefined && (outcome === 'completed' || outcome === 'failed')) {
			const because = outcome === 'failed' && why !== undefined ? `: ${why}` : '';
			moments.push({ at: endedAt, step: outcome, text: `${deploy} ${outcome}${because}` });
		}
		if (rollback) moments.push({ at: rollback.startedAt, step: 'taken back', text: rollbackWords(rollout) });
		if (rollback?.outcome === 'completed' && rollback.endedAt !== undefined) {
			const text = `${rollbackWords({ ...rollout, to: undefined }).replace('rolled back', 'rollback')} completed`;
			moments.push({ at: rollback.endedAt, step: 'completed', text });
		}
		return moments;
	});
}

/** Whether an event says of a rollout what its story says, with more to it. */
export function isToldByRollouts({ message, createdAt }: ServiceEvent, moments: readonly RolloutMoment[]): boolean {
	const wording = [DEPLOYMENT_COMPLETED, DEPLOYMENT_FAILED, ROLLING_BACK].find((one) => one.test(message));
	if (!wording) return false;
	const step = wording === ROLLING_BACK ? 'taken back' : wording === DEPLOYMENT_FAILED ? 'failed' : 'completed';
	return moments.some((moment) => moment.step === step && Math.abs(moment.at - createdAt) < 10_000);
}
