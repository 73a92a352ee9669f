import { eventWords } from '../event-words.ts';
import { deploymentStory, type Rollout, type StorySources } from '../../diagnosis/deployment-story.ts';
import { isToldByRollouts, rolloutMoments, type RolloutMoment } from '../../diagnosis/rollout-moments.ts';
import { CANNOT_PLACE, DEPLOYMENT_FAILED, FAILED_CHECK, ROLLING_BACK } from '../../diagnosis/service-events.ts';
import { isRoutineStop, stopWords } from '../../diagnosis/stop-words.ts';
import { shortTaskId } from '../../model/arn.ts';
import { endedAt, type Task } from '../../model/task.ts';

const FAILURES = [CANNOT_PLACE, DEPLOYMENT_FAILED, FAILED_CHECK, ROLLING_BACK];

/** Something that happened to a service. */
export type Happening = {
	/** Epoch ms. */
	readonly at: number;
	readonly serviceName: string;
	readonly kind: 'event' | 'deployment' | 'stop';
	readonly meaning: 'failing' | 'degraded' | 'changing' | 'routine';
	readonly text: string;
	/** How many times in a row; `at` is then the newest of them. */
	readonly count: number;
};

const MEANINGS: Readonly<Record<RolloutMoment['step'], Happening['meaning']>> = {
	began: 'changing',
	completed: 'routine',
	failed: 'failing',
	'taken back': 'failing',
};

/**
 * What happened to a service, newest first: its events, its rollouts, the ends of its tasks.
 * `changes`: what is new in a rollout's revision, in short, if it is known.
 */
export function timeline(sources: StorySources, changes?: (rollout: Rollout) => string): readonly Happening[] {
	const { service, tasks = [] } = sources;
	const { serviceName, events } = service;
	const moments = rolloutMoments(deploymentStory(sources), changes);
	const own = events.filter((event) => !isToldByRollouts(event, moments));
	const happenings = [
		...own.map(({ createdAt, message }) => ({
			at: createdAt,
			kind: 'event' as const,
			meaning: eventMeaning(message),
			text: eventWords(message),
		})),
		// Of one moment, the later step stands above.
		...moments
			.toReversed()
			.map(({ at, step, text }) => ({ at, kind: 'deployment' as const, meaning: MEANINGS[step], text })),
		...tasks.flatMap(stopHappening),
	];
	return happenings.map((happening) => ({ ...happening, serviceName, count: 1 })).toSorted((a, b) => b.at - a.at);
}

/** Neighbours that say the same of the same service become one with a count. */
export function foldRepeats(happenings: readonly Happening[]): readonly Happening[] {
	const folded: Happening[] = [];
	for (const happening of happenings) {
		const last = folded.at(-1);
		const same = last?.text === happening.text && last.serviceName === happening.serviceName;
		if (last && same) folded[folded.length - 1] = { ...last, count: last.count + happening.count };
		else folded.push(happening);
	}
	return folded;
}

type Bare = Omit<Happening, 'serviceName' | 'count'>;

function stopHappening(task: Task): readonly Bare[] {
	const at = endedAt(task);
	const why = stopWords(task);
	if (at === undefined || why === undefined) return [];
	const meaning = isRoutineStop(task) ? 'routine' : 'failing';
	return [{ at, kind: 'stop', meaning, text: `task ${shortTaskId(task.taskArn)} stopped: ${why}` }];
}

/** A single unhealthy target mostly heals by itself; what keeps tasks from running or a rollout from ending does not. */
function eventMeaning(message: string): Happening['meaning'] {
	if (FAILURES.some((wording) => wording.test(message))) return 'failing';
	return /is unhealthy in|is unable to|was unable to|throttled/iu.test(message) ? 'degraded' : 'routine';
}
