import { regionOf } from '../../model/arn.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import type { Service } from '../../model/service.ts';
import { putValues, type ResourceTable, type ValueIn } from '../picture-update.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** How often, and how soon for the first time. */
export type Pace = Pick<Reading, 'every' | 'settle'>;

/** What Application Auto Scaling did with a service, or would not do. */
export function scalingActivitiesReading(context: ReadingContext, service: Service, pace: Pace): Reading {
	const { serviceArn, clusterArn } = service;
	return readingOf(context, 'scalingActivities', serviceArn, pace, (signal) =>
		context.aws.scalingActivities(regionOf(clusterArn), scalingResourceId(service), signal),
	);
}

/** What Application Auto Scaling is going to do with a service. */
export function scheduledActionsReading(context: ReadingContext, service: Service, pace: Pace): Reading {
	const { serviceArn, clusterArn } = service;
	return readingOf(context, 'scheduledActions', serviceArn, pace, (signal) =>
		context.aws.scheduledActions(regionOf(clusterArn), scalingResourceId(service), signal),
	);
}

/** The alarms that watch a service's deployments. */
export function alarmsReading(
	context: ReadingContext,
	service: Service,
	names: readonly string[],
	pace: Pace,
): Reading {
	return readingOf(context, 'alarms', service.serviceArn, pace, (signal) =>
		context.aws.alarms(regionOf(service.clusterArn), names, signal),
	);
}

/** The subnets that a service places tasks in. */
export function subnetsReading(context: ReadingContext, service: Service, ids: readonly string[], pace: Pace): Reading {
	return readingOf(context, 'subnets', service.serviceArn, pace, (signal) =>
		context.aws.subnets(regionOf(service.clusterArn), ids, signal),
	);
}

/** The machines of a cluster. */
export function containerInstancesReading(context: ReadingContext, clusterArn: string, pace: Pace): Reading {
	return readingOf(context, 'containerInstances', clusterArn, pace, (signal) =>
		context.aws.containerInstances(clusterArn, signal),
	);
}

/** Where a cluster gets its machines from. */
export function capacityProvidersReading(context: ReadingContext, clusterArn: string, pace: Pace): Reading {
	return readingOf(context, 'capacityProviders', clusterArn, pace, (signal) =>
		context.aws.capacityProviders(clusterArn, signal),
	);
}

/** Something that one call, or a row of them, tells of one key of a table. */
function readingOf<K extends ResourceTable>(
	{ time }: ReadingContext,
	table: K,
	key: string,
	pace: Pace,
	ask: (signal: AbortSignal) => Promise<ValueIn<K>>,
): Reading {
	return {
		key: `${table} ${key}`,
		...pace,
		table,
		keys: [key],
		async read(signal, found) {
			const value = await ask(signal);
			found((picture) => putValues(picture, table, [[key, value]], time.now()));
		},
	};
}
