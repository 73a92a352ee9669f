import type { TimelineSources } from '../../diagnosis/timeline/timeline.ts';
import type { PastChange } from '../../model/past-change.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Picture } from '../../store/picture.ts';
import { rolloutSources } from '../rollout-sources.ts';

/** All that the picture has to make a service's timeline of. */
export function timelineSources(picture: Picture, service: Service, changes: readonly PastChange[]): TimelineSources {
	const { serviceArn } = service;
	return {
		...rolloutSources(picture, service),
		taskDefinitions: definitionsIn(picture.taskDefinitions),
		flips: picture.flips[serviceArn],
		activities: picture.scalingActivities[serviceArn]?.value,
		alarms: picture.alarms[serviceArn]?.value,
		changes,
	};
}

/** While these are the same objects, it is the same timeline. */
export function timelineParts(picture: Picture, service: Service, changes: readonly PastChange[]): readonly unknown[] {
	const { serviceArn, clusterArn, serviceName } = service;
	return [
		service,
		picture.stoppedTasks[clusterArn]?.value?.[`service:${serviceName}`],
		picture.tasks[serviceArn]?.value,
		picture.serviceDeployments[serviceArn]?.value,
		picture.taskDefinitions,
		picture.flips[serviceArn],
		picture.scalingActivities[serviceArn]?.value,
		picture.alarms[serviceArn]?.value,
		changes,
	];
}

const known = new WeakMap<Picture['taskDefinitions'], Readonly<Record<string, TaskDefinition>>>();

function definitionsIn(table: Picture['taskDefinitions']): Readonly<Record<string, TaskDefinition>> {
	const made =
		known.get(table) ??
		Object.fromEntries(Object.entries(table).flatMap(([arn, { value }]) => (value ? [[arn, value] as const] : [])));
	known.set(table, made);
	return made;
}
