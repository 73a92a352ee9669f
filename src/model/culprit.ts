import type { Container, Task } from './task.ts';

/** How a container ends that is told to: by SIGTERM, or by SIGKILL when it takes too long. */
export const TOLD_TO: ReadonlySet<number> = new Set([0, 143, 137]);

/**
 * The container that a task ended with: the others are only told to stop then.
 * @param essential names of the containers without which the task ends; undefined when that is not known
 */
export function culprit({ containers }: Task, essential: readonly string[] | undefined): Container | undefined {
	const first = (mine: readonly Container[]) =>
		mine.find(({ reason }) => reason !== undefined) ??
		mine.find(({ exitCode }) => exitCode !== undefined && !TOLD_TO.has(exitCode)) ??
		mine.find(({ exitCode }) => exitCode === 137) ??
		mine.find(({ healthStatus }) => healthStatus === 'UNHEALTHY');
	const vital = containers.filter(({ name }) => essential?.includes(name) ?? true);
	// An essential container ends its task even with 0; one that is not may be waited for in vain.
	return first(vital) ?? first(containers) ?? vital.find(({ exitCode }) => exitCode !== undefined) ?? vital[0];
}
