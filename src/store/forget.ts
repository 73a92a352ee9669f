import type { Resource } from '../model/resource.ts';
import { clusterOf } from './find-service.ts';
import type { Picture, Table } from './picture.ts';
import { targetGroupsOf } from './related.ts';

/** Held beyond what is watched: clusters, to come back to at once; task definitions, whose documents are large; logs' ends. */
const HELD = { clusters: 10, taskDefinitions: 200, lastLines: 200 };

/** The picture without what was left behind longest ago, so that a console that runs for weeks does not grow. */
export function forget(picture: Picture, watched: ReadonlySet<string>): Picture {
	return forgetClusters(forgetOldest(forgetOldest(picture, 'taskDefinitions'), 'lastLines'), watched);
}

function forgetOldest(picture: Picture, table: 'taskDefinitions' | 'lastLines'): Picture {
	const all = Object.entries<Resource<unknown>>(picture[table]);
	if (all.length <= HELD[table]) return picture;
	return { ...picture, [table]: Object.fromEntries(newestFirst(all).slice(0, HELD[table])) };
}

function forgetClusters(picture: Picture, watched: ReadonlySet<string>): Picture {
	const left = Object.entries(picture.services).filter(([arn]) => !watched.has(arn));
	if (left.length <= HELD.clusters) return picture;
	const clusters = new Set(
		newestFirst(left)
			.slice(HELD.clusters)
			.map(([arn]) => arn),
	);
	const services = Object.keys({ ...picture.serviceReadAt, ...picture.serviceFailures });
	const gone = new Set(services.filter((arn) => clusters.has(clusterOf(picture, arn) ?? '')));
	const groups = [...clusters].flatMap((arn) =>
		Object.values(picture.services[arn]?.value ?? {}).flatMap(targetGroupsOf),
	);
	return {
		...picture,
		services: without(picture.services, clusters),
		stoppedTasks: without(picture.stoppedTasks, clusters),
		tasks: without(picture.tasks, gone),
		serviceReadAt: without(picture.serviceReadAt, gone),
		serviceFailures: without(picture.serviceFailures, gone),
		serviceDeployments: without(picture.serviceDeployments, gone),
		scaling: without(picture.scaling, gone),
		metrics: without(picture.metrics, gone),
		longMetrics: without(picture.longMetrics, gone),
		scalingActivities: without(picture.scalingActivities, gone),
		scheduledActions: without(picture.scheduledActions, gone),
		alarms: without(picture.alarms, gone),
		subnets: without(picture.subnets, gone),
		flips: without(picture.flips, gone),
		containerInstances: without(picture.containerInstances, clusters),
		capacityProviders: without(picture.capacityProviders, clusters),
		targetHealth: without(picture.targetHealth, new Set(groups)),
		targetGroups: without(picture.targetGroups, new Set(groups)),
	};
}

function newestFirst<T extends Resource<unknown>>(entries: readonly (readonly [string, T])[]) {
	return entries.toSorted(([, a], [, b]) => (b.readAt ?? 0) - (a.readAt ?? 0));
}

function without<T>(table: Table<T>, keys: ReadonlySet<string>): Table<T> {
	return Object.fromEntries(Object.entries<T>(table).filter(([key]) => !keys.has(key)));
}
