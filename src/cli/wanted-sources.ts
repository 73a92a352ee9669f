import { lastSegment } from '../model/arn.ts';
import type { LogSource } from '../model/log-line.ts';
import type { LogSources } from '../model/log-sources.ts';
import { UsageError } from './usage-error.ts';

/** Which of a service's streams are wanted; what is left out wants all. */
export type Wanted = {
	readonly container?: string;
	/** The beginning of a task's id, or its ARN. */
	readonly task?: string;
};

/** The streams that are wanted. */
export function wantedSources(sources: readonly LogSource[], { container, task }: Wanted): readonly LogSource[] {
	const taskId = task === undefined ? '' : lastSegment(task);
	return sources.filter(
		(source) =>
			(container === undefined || source.container === container) && lastSegment(source.taskArn).startsWith(taskId),
	);
}

/**
 * Tells somebody who will see nothing why. A service that has no tasks yet is no mistake.
 * @throws {UsageError} when its containers do not write to CloudWatch Logs, or the one asked for is not there
 */
export function checkWanted({ sources, silent }: LogSources, wanted: Wanted, serviceName: string): void {
	if (sources.length === 0 && silent.length > 0) {
		const reasons = silent.map(({ container, reason }) => `${container} ${reason}`).join('; ');
		throw new UsageError(`${serviceName} has no log streams: ${reasons}.`);
	}
	if (sources.length === 0 || wantedSources(sources, wanted).length > 0) return;
	const { container, task } = wanted;
	const containers = [...new Set(sources.map((source) => source.container))];
	if (container !== undefined && !containers.includes(container)) {
		const reason = silent.find((one) => one.container === container)?.reason;
		throw new UsageError(
			reason === undefined
				? `${serviceName} has no container "${container}" that writes logs; there are ${containers.join(', ')}.`
				: `The container ${container} ${reason}.`,
		);
	}
	throw new UsageError(
		`${serviceName} has no task "${task}" that has started. \`deckwatch tasks ${serviceName}\` lists its tasks.`,
	);
}
