import { endedAt, type Task } from '../model/task.ts';
import { type Evidence, MINUTE } from './evidence.ts';
import { presentStops } from './present-stops.ts';
import { stopCause } from './stop-cause.ts';

/** ECS spaces its tries up to 15 min (ECS developer guide, service throttle logic). */
const LATELY = 20 * MINUTE;

/** A task that never got as far as running. */
export type StartFailure = {
	readonly task: Task;
	/** Of the catalogue: why. */
	readonly id: string;
	/** All that AWS says of it, on one line. */
	readonly text: string;
	readonly at: number;
};

/** Of the deployments that are there, newest first. */
export function startFailures(evidence: Evidence, now: number): readonly StartFailure[] {
	return presentStops(evidence)
		.filter((task) => task.startedAt === undefined && now - (endedAt(task) ?? 0) <= LATELY)
		.map((task) => ({
			task,
			id: stopCause(task, evidence.taskDefinitions?.[task.taskDefinitionArn]).id,
			text: textOf(task),
			at: endedAt(task) ?? 0,
		}))
		.toSorted((a, b) => b.at - a.at);
}

/** The task's reason is that of a container, often cut. AWS mixes straight and curly apostrophes. */
function textOf({ stoppedReason, containers }: Task): string {
	const texts = [...containers.map(({ reason }) => reason), stoppedReason].filter((text) => text !== undefined);
	return texts.join(' ').replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, ' ');
}
