import { eventWords } from '../event-words.ts';
import { CANNOT_PLACE, DEPLOYMENT_FAILED, FAILED_CHECK, ROLLING_BACK } from '../../diagnosis/service-events.ts';
import { isRoutineStop, stopWords } from '../../diagnosis/stop-words.ts';
import { familyRevision, shortTaskId } from '../../model/arn.ts';
import type { Deployment, Service } from '../../model/service.ts';

import type { Task } from '../../model/task.ts';

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

/** What happened to a service, newest first: its events, its deployments, the ends of its tasks. */
export function timeline(service: Service, tasks: readonly Task[]): readonly Happening[] {
	const { serviceName, events, deployments } = service;
	const happenings = [
		...events.map(({ createdAt, message }) => ({
			at: createdAt,
			kind: 'event' as const,
			meaning: eventMeaning(message),
			text: eventWords(message),
		})),
		...deployments.flatMap(deploymentHappenings),
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

function deploymentHappenings(deployment: Deployment): readonly Bare[] {
	const { createdAt, updatedAt, rolloutState, rolloutStateReason, taskDefinition } = deployment;
	const revision = familyRevision(taskDefinition);
	const begun = happening(createdAt, { kind: 'deployment', meaning: 'changing', text: `deploy of ${revision} began` });
	if (rolloutState !== 'COMPLETED' && rolloutState !== 'FAILED') return begun;
	const failed = rolloutState === 'FAILED';
	const why = failed && rolloutStateReason !== undefined ? `: ${rolloutStateReason}` : '';
	const text = `deploy of ${revision} ${failed ? 'failed' : 'completed'}${why}`;
	const ended = happening(updatedAt, { kind: 'deployment', meaning: failed ? 'failing' : 'routine', text });
	return [...begun, ...ended];
}

/** What has no time has no place among what happened. */
function happening(at: number | undefined, what: Omit<Bare, 'at'>): readonly Bare[] {
	return at === undefined ? [] : [{ at, ...what }];
}

function stopHappening(task: Task): readonly Bare[] {
	const at = task.stoppedAt ?? task.stoppingAt;
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
