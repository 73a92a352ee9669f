import { primaryDeployment } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import { deploymentStory } from './deployment-story.ts';
import type { Evidence } from './evidence.ts';
import { failedStops, type FailedStops, LOOP } from './failed-stops.ts';

/** The tasks that died, told apart by whether that is over. */
export type PresentTrouble = {
	/** Of the deployments that are there, without one that was taken back: what those before died of is over. */
	readonly own: FailedStops | undefined;
	/** And of those before, back to the last rollback that mended it. */
	readonly ongoing: FailedStops | undefined;
	/** The rollout or rollback that is to mend it is not through. When its tasks die, too, it is the same trouble. */
	readonly isMending: boolean;
};

/** Many rules ask for it, of one evidence at one time. */
const known = new WeakMap<Evidence, { readonly now: number; readonly trouble: PresentTrouble }>();

export function presentTrouble(evidence: Evidence, now: number): PresentTrouble {
	const before = known.get(evidence);
	if (before?.now === now) return before.trouble;
	const trouble = findTrouble(evidence, now);
	known.set(evidence, { now, trouble });
	return trouble;
}

/**
 * The tasks that died in the last quarter of an hour and make one trouble: of the deployments that are there; when those
 * keep dying, or are to mend what was before, with what died before them.
 */
export function presentDeaths(evidence: Evidence, now: number): FailedStops | undefined {
	const { own, ongoing, isMending } = presentTrouble(evidence, now);
	return own && (isMending || own.recent >= LOOP) ? ongoing : own;
}

function findTrouble(evidence: Evidence, now: number): PresentTrouble {
	const { service, tasks } = evidence;
	// Nothing died: the rest of it is not worth its time.
	if (!failedStops(evidence, now)) return { own: undefined, ongoing: undefined, isMending: false };
	const primary = primaryDeployment(service);
	const story = deploymentStory(evidence);
	const rollback = story[0]?.rollback;
	const { deployments, taskSets = [] } = service;
	const present = new Set((rollback && primary ? [primary] : [...deployments, ...taskSets]).map(({ id }) => id));
	// Another controller may keep to itself what it rolls out: then all tasks count.
	const isOwn = ({ startedBy }: Task): boolean =>
		startedBy === undefined || present.size === 0 || present.has(startedBy);
	const isMending = rollback
		? rollback.outcome === 'under way'
		: primary !== undefined && primary.rolloutState !== 'COMPLETED';
	const mended = story.find((rollout) => rollout.rollback?.outcome === 'completed');
	const from = mended?.rollback?.startedAt ?? Number.NEGATIVE_INFINITY;
	const stopsOf = (wanted: (task: Task) => boolean) => failedStops({ ...evidence, tasks: tasks?.filter(wanted) }, now);
	return {
		own: stopsOf(isOwn),
		ongoing: stopsOf((task) => isOwn(task) || (task.createdAt ?? Infinity) > from),
		isMending,
	};
}
