import { regionOf } from '../../model/arn.ts';
import { batches } from '../batches.ts';
import type { Connections } from '../connections.ts';
import { epochMs, list, requiredText } from '../shapes/scalars.ts';

/** The most tasks that GetTaskProtection takes (ECS API reference). */
const MOST = 100;

/** Until when the protected ones among some tasks of services are safe from being scaled in, epoch ms, by their ARN. */
export async function readTaskProtection(
	connections: Connections,
	clusterArn: string,
	taskArns: readonly string[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
	const answers = await Promise.all(
		batches(taskArns, MOST).map((tasks) =>
			connections
				.to('ecs', regionOf(clusterArn))
				.call(
					'GetTaskProtection',
					(ecs, options) => ecs.getTaskProtection({ cluster: clusterArn, tasks: [...tasks] }, options),
					signal,
				),
		),
	);
	return new Map(
		answers
			.flatMap(({ protectedTasks }) => list(protectedTasks))
			.flatMap(({ taskArn, protectionEnabled, expirationDate }) =>
				protectionEnabled ? [[requiredText(taskArn), epochMs(expirationDate) ?? Infinity] as const] : [],
			),
	);
}
