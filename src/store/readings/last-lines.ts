import { diedBadly } from '../../model/died-badly.ts';
import { lastWords } from '../../model/last-words.ts';
import type { LogLine, LogSource } from '../../model/log-line.ts';
import type { Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { isStreamMissing } from '../is-stream-missing.ts';
import { lineOf } from '../log-line-of.ts';
import { putValues } from '../picture-update.ts';
import type { Picture } from '../picture.ts';
import { readNewest } from '../read-log-pages.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { stoppedOf } from '../related.ts';

/** Dead tasks whose lines are read, of one service, and lines of each. Our own bounds. */
const TASKS = 2;
const LINES = 20;

/** A container's last lines come to CloudWatch some seconds after its end (ms). */
const ARRIVE = 5_000;

/** What the tasks that died last said last, each read once: the newest of each revision first. */
export function lastLinesReadings(context: ReadingContext, service: Service): readonly Reading[] {
	const picture = context.picture();
	return newestDead(picture, service).flatMap((task) => {
		const definition = picture.taskDefinitions[task.taskDefinitionArn]?.value;
		if (!definition || picture.lastLines[task.taskArn]?.value !== undefined) return [];
		const { source, startTime } = lastWords(task, definition);
		return source ? [lastLinesReading(context, source, startTime)] : [];
	});
}

function newestDead(picture: Picture, service: Service): readonly Task[] {
	const dead = stoppedOf(picture, service).filter(diedBadly);
	const revisions = new Set<string>();
	const [first, again] = [[] as Task[], [] as Task[]];
	for (const task of dead) {
		(revisions.has(task.taskDefinitionArn) ? again : first).push(task);
		revisions.add(task.taskDefinitionArn);
	}
	return [...first, ...again].slice(0, TASKS);
}

function lastLinesReading({ aws, time }: ReadingContext, source: LogSource, startTime: number): Reading {
	const { taskArn, region, group, stream } = source;

	async function read(signal: AbortSignal): Promise<readonly LogLine[]> {
		try {
			const { events } = await readNewest(aws, { region, group, streams: [stream], startTime }, LINES, signal);
			return events.slice(-LINES).map((event) => lineOf(event, source));
		} catch (error) {
			if (isStreamMissing(error)) return [];
			throw error;
		}
	}

	return {
		key: `last lines ${taskArn}`,
		every: 60_000,
		settle: ARRIVE,
		table: 'lastLines',
		keys: [taskArn],
		async read(signal, found) {
			const lines = await read(signal);
			found((picture) => putValues(picture, 'lastLines', [[taskArn, lines]], time.now()));
		},
	};
}
