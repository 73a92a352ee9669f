import { stageWords, type Rollout } from '../../model/rollout.ts';
import type { RolloutSight } from './rollout-sight.ts';
import { toRollout, type Followed } from './to-rollout.ts';

/** Tells a deployment look by look: what is so now, and what has happened since it began. */
export function createRolloutStory(now: () => number): (sight: RolloutSight, followed: Followed) => Rollout {
	const moments = new Map<string, number>();
	const note = (text: string, at: number) => {
		if (!moments.has(text)) moments.set(text, at);
	};

	return (sight, followed) => {
		const rollout = toRollout(sight, followed);
		const { ours, rollout: told } = followed;
		note('started', ours.createdAt);
		const starts = (sight.tasks ?? []).flatMap(({ startedBy, startedAt }) =>
			startedBy === ours.deploymentId && startedAt !== undefined ? [startedAt] : [],
		);
		if (starts.length > 0) note('first task running', Math.min(...starts));
		const own = rollout.revisions.find(({ isNew }) => isNew);
		if ((own?.healthy ?? 0) > 0) note('first task healthy', now());
		if (rollout.stage !== undefined) note(stageWords(rollout.stage), now());
		if (rollout.rollingBack) note('rolling back', told?.rollbackStartedAt ?? now());
		// ECS does not say when the stage began: it cannot have been later than when it was first seen.
		const bakedFrom = rollout.stage === 'BAKE_TIME' ? moments.get(stageWords('BAKE_TIME')) : undefined;
		const minutes = told?.bakeTimeInMinutes;
		return {
			...rollout,
			...(bakedFrom === undefined || minutes === undefined ? {} : { bakeUntil: bakedFrom + minutes * 60_000 }),
			moments: Array.from(moments, ([text, at]) => ({ at, text })).toSorted((a, b) => a.at - b.at),
		};
	};
}
