import type { Aws } from '../../aws/aws.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { look, type Look } from '../look.ts';
import { readService } from '../read-service.ts';
import type { Subject } from '../subject.ts';
import { readReplacement, type Replacement } from './replacement.ts';

/** Which tasks are to stop, all of one service or of none. */
export type StopTaskInput = {
	/** ARNs. */
	readonly tasks: readonly string[];
	/** What people find in the task afterwards. */
	readonly reason?: string;
};

/** What has to be known to stop tasks. */
export type StopTaskSnapshot = {
	readonly subject: Subject;
	/** Those of the input that ECS still knows. */
	readonly tasks: readonly Task[];
	/** Undefined for tasks that belong to none. */
	readonly service: Service | undefined;
	readonly definitions: Look<readonly TaskDefinition[]>;
	/** Until when tasks are safe from being scaled in, epoch ms, by ARN. */
	readonly protectedUntil: Look<ReadonlyMap<string, number>>;
	/** The longest that open requests are given when the tasks are taken out of their target groups, s. */
	readonly drains: Look<number | undefined>;
	/** Where another revision takes their place on the instances. */
	readonly replacement?: Replacement;
};

/** @throws {AwsCallError} when the tasks or their service cannot be read */
export async function readStopTaskSnapshot(
	aws: Aws,
	subject: Subject,
	{ tasks: arns }: StopTaskInput,
	signal?: AbortSignal,
): Promise<StopTaskSnapshot> {
	const { clusterArn, region, serviceArn } = subject;
	const isOfService = serviceArn !== '';
	const [tasks, service, protectedUntil] = await Promise.all([
		aws.describeTasks(clusterArn, arns, signal),
		isOfService ? readService(aws, subject, signal) : undefined,
		// Tasks of no service cannot be protected (ECS API reference, UpdateTaskProtection).
		isOfService ? look(aws.taskProtection(clusterArn, arns, signal)) : { value: new Map<string, number>() },
	]);
	const revisions = [...new Set(tasks.map(({ taskDefinitionArn }) => taskDefinitionArn))];
	const [definitions, drains, replacement] = await Promise.all([
		look(Promise.all(revisions.map((arn) => aws.taskDefinition(arn, region, signal)))),
		look(longestDrain(aws, service, signal)),
		readReplacement(aws, subject, { service, stopped: revisions }, signal),
	]);
	return { subject, tasks, service, definitions, protectedUntil, drains, ...(replacement ? { replacement } : {}) };
}

async function longestDrain(
	aws: Aws,
	service: Service | undefined,
	signal: AbortSignal | undefined,
): Promise<number | undefined> {
	const groups = (service?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
	const delays = await Promise.all(groups.map((arn) => aws.deregistrationDelay(arn, signal)));
	const known = delays.filter((delay) => delay !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}
