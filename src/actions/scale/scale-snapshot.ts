import type { Aws } from '../../aws/aws.ts';
import type { ScheduledAction, ServiceScaling } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { look, type Look } from '../look.ts';
import { readService } from '../read-service.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import { readRoom, type Room } from '../room/read-room.ts';
import type { Subject } from '../subject.ts';
import { countFrom } from './count-wish.ts';

/** What has to be known to change a desired count. */
export type ScaleSnapshot = {
	readonly service: Service;
	/** `value` is undefined when the service is not registered with Application Auto Scaling. */
	readonly scaling: Look<ServiceScaling | undefined>;
	readonly schedules: Look<readonly ScheduledAction[]>;
	/** AWS's time when it was read, epoch ms. */
	readonly now: number;
	/** What more tasks need to know; only looked at when there will be more. */
	readonly growth?: Growth;
};

type Input = { readonly count: string };

/** What one more task takes, and what there is of it. */
export type Growth = { readonly taskDefinition: Look<TaskDefinition>; readonly room: Room };

/** @throws {AwsCallError} when the service cannot be read, or is not there */
export async function readScaleSnapshot(
	aws: Aws,
	subject: Subject,
	input: Input,
	signal?: AbortSignal,
): Promise<ScaleSnapshot> {
	const resourceId = scalingResourceId(subject);
	const [service, scaling, schedules] = await Promise.all([
		readService(aws, subject, signal),
		look(aws.scaling(subject.region, [resourceId], signal).then((found) => found.get(resourceId))),
		look(aws.scheduledActions(subject.region, resourceId, signal)),
	]);
	const growth = await readGrowth(aws, subject, { service, input }, signal);
	return { service, scaling, schedules, now: aws.now(), ...(growth ? { growth } : {}) };
}

async function readGrowth(
	aws: Aws,
	subject: Subject,
	{ service, input }: { readonly service: Service; readonly input: Input },
	signal: AbortSignal | undefined,
): Promise<Growth | undefined> {
	const count = countFrom(input.count, service.desiredCount);
	if (typeof count === 'string' || count <= service.desiredCount) return undefined;
	const [taskDefinition, room] = await Promise.all([
		look(aws.taskDefinition(service.taskDefinition, subject.region, signal)),
		readRoom(aws, subject, service, signal),
	]);
	return { taskDefinition, room };
}
