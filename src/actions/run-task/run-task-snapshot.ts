import type { Aws } from '../../aws/aws.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { readService } from '../read-service.ts';
import type { Subject } from '../subject.ts';
import { startedBy, type RunTaskInput } from './run-task-input.ts';

/** What has to be known to run a copy of a service's task. */
export type RunTaskSnapshot = {
	readonly service: Service;
	/** Undefined for a service that has none of its own, as those of external controllers. */
	readonly definition: TaskDefinition | undefined;
	/** What this very run has started already. */
	readonly ours: readonly Task[];
};

/** @throws {AwsCallError} when the service, its task definition or its tasks cannot be read */
export async function readRunTaskSnapshot(
	aws: Aws,
	subject: Subject,
	input: RunTaskInput,
	signal?: AbortSignal,
): Promise<RunTaskSnapshot> {
	const [service, ours] = await Promise.all([
		readService(aws, subject, signal),
		aws.tasksStartedBy(subject.clusterArn, startedBy(input), signal),
	]);
	const { taskDefinition } = service;
	const definition =
		taskDefinition === '' ? undefined : await aws.taskDefinition(taskDefinition, subject.region, signal);
	return { service, definition, ours };
}
