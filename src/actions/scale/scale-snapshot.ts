import type { Aws } from '../../aws/aws.ts';
import type { ScheduledAction, ServiceScaling } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import { look, type Look } from '../look.ts';
import { readService } from '../read-service.ts';
import type { Subject } from '../subject.ts';

/** What has to be known to change a desired count. */
export type ScaleSnapshot = {
	readonly service: Service;
	/** `value` is undefined when the service is not registered with Application Auto Scaling. */
	readonly scaling: Look<ServiceScaling | undefined>;
	readonly schedules: Look<readonly ScheduledAction[]>;
	/** AWS's time when it was read, epoch ms. */
	readonly now: number;
};

/** @throws {AwsCallError} when the service cannot be read, or is not there */
export async function readScaleSnapshot(
	aws: Aws,
	subject: Subject,
	_input: unknown,
	signal?: AbortSignal,
): Promise<ScaleSnapshot> {
	const resourceId = `service/${subject.clusterName}/${subject.serviceName}`;
	const [service, scaling, schedules] = await Promise.all([
		readService(aws, subject, signal),
		look(aws.scaling(subject.region, [resourceId], signal).then((found) => found.get(resourceId))),
		look(aws.scheduledActions(subject.region, resourceId, signal)),
	]);
	return { service, scaling, schedules, now: aws.now() };
}
