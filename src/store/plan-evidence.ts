import { regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import { findService } from './find-service.ts';
import type { Topic } from './picture.ts';
import { SETTLE, type ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import * as readings from './readings/evidence.ts';
import { lastLinesReadings } from './readings/last-lines.ts';
import { targetGroupsReading } from './readings/target-groups.ts';
import { taskDefinitionReading } from './readings/task-definition.ts';
import { tasksEvery, tasksReading } from './readings/tasks.ts';
import { relatedTaskDefinitions, runsOnInstances, targetGroupsOf } from './related.ts';

const MINUTE = 60_000;

/** Ms between two looks at what a service is judged by. Our own, by how fast each of them changes. */
type Paces = {
	readonly tasks: number;
	readonly alarms: number;
	readonly activities: number;
	readonly capacity: number;
	readonly settings: number;
};

/** Of the service that somebody looks at, and of those that are in trouble and nobody does. */
const CLOSELY: Paces = { tasks: 10_000, alarms: 15_000, activities: 30_000, capacity: 30_000, settings: MINUTE };
const SLOWLY: Paces = {
	tasks: MINUTE,
	alarms: MINUTE,
	activities: 2 * MINUTE,
	capacity: 2 * MINUTE,
	settings: 5 * MINUTE,
};

/** Ms between the first looks at two services in trouble, so that they never stand in the way of what is looked at. */
const IN_TURN = 2_000;

/** Tasks that are read slowly are of the present for so long, ms. */
export const TASKS_LAG = 2 * SLOWLY.tasks;

/**
 * What tells why services are as they are: often of those that the topics name, slowly of those in trouble. Only what
 * may tell something is read: a service that does not scale has no activities.
 */
export function evidenceReadings(
	context: ReadingContext,
	topics: readonly Topic[],
	troubled: readonly Service[],
): readonly Reading[] {
	const picture = context.picture();
	const close = topics.flatMap((topic) =>
		topic.kind === 'evidence' ? (findService(picture, topic.serviceArn) ?? []) : [],
	);
	const closely = new Set(close.map(({ serviceArn }) => serviceArn));
	// The slow ones first: of two readings with the same key the last one counts.
	return [
		...troubled
			.filter(({ serviceArn }) => !closely.has(serviceArn))
			.flatMap((service, place) => readingsOf(context, service, topics, SLOWLY, SETTLE + (place + 1) * IN_TURN)),
		...close.flatMap((service) => readingsOf(context, service, topics, CLOSELY, SETTLE)),
	];
}

function readingsOf(
	context: ReadingContext,
	service: Service,
	topics: readonly Topic[],
	paces: Paces,
	settle: number,
): readonly Reading[] {
	const { serviceArn, clusterArn, runningCount } = service;
	const every = Math.max(paces.tasks, tasksEvery(runningCount));
	return [
		{ ...tasksReading(context, clusterArn, serviceArn), every, settle },
		...checkReadings(context, service, paces, settle),
		...detailReadings(context, service, paces, settle),
		...lastLinesReadings(context, service),
	];
}

/** By which checks its containers and targets are judged. */
export function checkReadings(
	context: ReadingContext,
	service: Service,
	{ settings }: Paces = SLOWLY,
	settle = SETTLE,
): readonly Reading[] {
	const { taskDefinitions } = context.picture();
	const groups = targetGroupsOf(service);
	return [
		...relatedTaskDefinitions(context.picture(), service)
			.filter((arn) => taskDefinitions[arn]?.value === undefined)
			.map((arn) => ({ ...taskDefinitionReading(context, arn, regionOf(service.clusterArn)), settle })),
		...(groups.length === 0 ? [] : [{ ...targetGroupsReading(context, groups), every: settings, settle }]),
	];
}

/** What no other topic asks for, but for logs. */
export function detailReadings(
	context: ReadingContext,
	service: Service,
	paces: Paces = SLOWLY,
	settle = SETTLE,
): readonly Reading[] {
	const { clusterArn, serviceArn, network, deploymentConfiguration } = service;
	const picture = context.picture();
	const { enable = false, alarmNames = [] } = deploymentConfiguration?.alarms ?? {};
	const { subnets = [] } = network ?? {};
	const pace = (every: number) => ({ every, settle });
	return [
		...(picture.scaling[serviceArn]?.value
			? [
					readings.scalingActivitiesReading(context, service, pace(paces.activities)),
					readings.scheduledActionsReading(context, service, pace(paces.settings)),
				]
			: []),
		...(enable && alarmNames.length > 0
			? [readings.alarmsReading(context, service, alarmNames, pace(paces.alarms))]
			: []),
		...(subnets.length > 0 ? [readings.subnetsReading(context, service, subnets, pace(paces.settings))] : []),
		...(runsOnInstances(service)
			? [
					readings.containerInstancesReading(context, clusterArn, pace(paces.capacity)),
					readings.capacityProvidersReading(context, clusterArn, pace(paces.capacity)),
				]
			: []),
	];
}
