import { colon } from './colon.ts';
import type { Rollout } from './deployment-story.ts';

/** `deploy :42 → :43`; `deploy of :43` where nothing tells what was there before, or the same revision was. */
export function deployWords({ from, to }: Rollout): string {
	if (to === undefined) return 'deploy';
	return from === undefined || from === to ? `deploy of ${colon(to)}` : `deploy ${colon(from)} → ${colon(to)}`;
}

/** `rolled back :43 → :42`; `rolling back to :42`. Empty for a rollout that was not taken back. */
export function rollbackWords({ to, rollback }: Rollout): string {
	if (!rollback) return '';
	const target = rollback.to === undefined ? '' : colon(rollback.to);
	const revisions = to === undefined || target === '' ? target && `to ${target}` : `${colon(to)} → ${target}`;
	const verb = { 'under way': 'rolling back', completed: 'rolled back', failed: 'rollback failed' }[rollback.outcome];
	return revisions === '' ? verb : `${verb} ${revisions}`;
}

/**
 * The whole of it in one sentence, the same wherever it is told:
 * `deploy :42 → :43 at 16:05:30 failed; rolled back to :42 at 16:06:27`.
 */
export function rolloutSentence(rollout: Rollout, clock: (time: number) => string): string {
	const { startedAt, outcome, rollback } = rollout;
	const begun = startedAt === undefined ? deployWords(rollout) : `${deployWords(rollout)} at ${clock(startedAt)}`;
	if (!rollback) return outcome === 'failed' ? `${begun} failed` : begun;
	const back = rollbackWords({ ...rollout, to: undefined });
	return `${begun} failed; ${back} at ${clock(rollback.startedAt)}`;
}
