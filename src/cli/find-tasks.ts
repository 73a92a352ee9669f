import { parseArn } from '../model/arn.ts';
import type { Task } from '../model/task.ts';
import { findClusters } from './find.ts';
import type { Target } from './target.ts';
import { UsageError } from './usage-error.ts';

/** The length of a task's id (ECS API reference, StopTask); in old clusters it is a UUID of 36. */
const WHOLE = new Set([32, 36]);

/**
 * The tasks that are meant, each by its ARN, its id, or a beginning of it that only one running task has.
 * @throws {UsageError} when there is none, or several
 * @throws {AwsCallError} when a cluster that it may be in cannot be read
 */
export function findTasks(target: Target, names: readonly string[], signal: AbortSignal): Promise<readonly Task[]> {
	// Several of them share one list of what runs.
	let running: Promise<readonly Task[]> | undefined;
	const list = () => (running ??= inClusters(target, signal, (arn) => runningTasks(target, arn, signal)));
	return Promise.all([...new Set(names)].map((name) => findTask(target, name, signal, list)));
}

async function findTask(
	target: Target,
	name: string,
	signal: AbortSignal,
	list: () => Promise<readonly Task[]>,
): Promise<Task> {
	const found = await candidates(target, name, signal, list);
	const [first, second] = found;
	if (first && !second) return first;
	if (!first) {
		throw new UsageError(`There is no running task "${name}". \`deckwatch tasks\` lists them, stopped ones too.`);
	}
	throw new UsageError(
		`Several tasks begin with "${name}": ${found.map(({ taskArn, group }) => `${idOf(taskArn)} (${group})`).join(', ')}.`,
	);
}

async function candidates(
	target: Target,
	name: string,
	signal: AbortSignal,
	list: () => Promise<readonly Task[]>,
): Promise<readonly Task[]> {
	const clusterArn = clusterOf(name);
	if (clusterArn !== undefined) return target.aws.describeTasks(clusterArn, [name], signal);
	const id = idOf(name);
	if (!/^[\da-f-]+$/iu.test(id)) {
		throw new UsageError(`"${name}" does not name a task: write its id, the beginning of it, or its ARN.`);
	}
	if (WHOLE.has(id.length)) return inClusters(target, signal, (arn) => target.aws.describeTasks(arn, [id], signal));
	return (await list()).filter(({ taskArn }) => idOf(taskArn).startsWith(id.toLowerCase()));
}

/** `arn:…:task/prod/3f2a…` -> `arn:…:cluster/prod`; undefined for an id, and for the ARN of an old account, which has none. */
function clusterOf(name: string): string | undefined {
	const [, cluster, id] = parseArn(name)?.resource.split('/') ?? [];
	return cluster === undefined || id === undefined ? undefined : name.replace(/:task\/.*$/u, `:cluster/${cluster}`);
}

function idOf(taskArn: string): string {
	return taskArn.slice(taskArn.lastIndexOf('/') + 1);
}

async function inClusters(
	target: Target,
	signal: AbortSignal,
	read: (clusterArn: string) => Promise<readonly Task[]>,
): Promise<readonly Task[]> {
	const { found, missing } = await findClusters(target, signal);
	if (missing[0]) throw missing[0].error;
	return (await Promise.all(found.map(({ clusterArn }) => read(clusterArn)))).flat();
}

function runningTasks({ aws }: Target, clusterArn: string, signal: AbortSignal): Promise<readonly Task[]> {
	return aws.tasks(clusterArn, { desiredStatus: 'RUNNING' }, { signal });
}
