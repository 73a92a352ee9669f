import type { Aws } from '../aws/aws.ts';
import { lastSegment, regionOf } from '../model/arn.ts';
import { scalingResourceId } from '../model/scaling-resource-id.ts';
import type { Service } from '../model/service.ts';
import { EMPTY_PICTURE, type Picture } from '../store/picture.ts';
import type { ResourceTable } from '../store/picture-update.ts';
import { readDetails } from '../store/read-details.ts';
import { targetGroupsOf } from '../store/related.ts';
import { byGroup } from '../store/remember-tasks.ts';
import type { Io } from './io.ts';
import type { Optional } from './optional-readings.ts';
import type { runningTasks } from './running-tasks.ts';

const MINUTE = 60_000;

/** What to read of one cluster, and with what. */
export type ClusterReading = {
	readonly aws: Aws;
	readonly io: Io;
	readonly optional: Optional;
	readonly clusterArn: string;
	/** Of the cluster. */
	readonly services: readonly Service[];
	/** Of the cluster's region. */
	readonly scaling: Promise<Awaited<ReturnType<Aws['scaling']>> | undefined> | undefined;
};

/** What is cheap to read for all services of a cluster. */
export async function readWidely(cluster: ClusterReading): Promise<Picture> {
	const { aws, clusterArn, services, io, optional } = cluster;
	const { signal } = io;
	const clusterName = lastSegment(clusterArn);
	const names = services.map(({ serviceName }) => ({ clusterName, serviceName }));
	const readAt = io.now();
	const to = Math.floor(readAt / MINUTE) * MINUTE;
	const range = { from: to - 10 * MINUTE, to, periodMs: MINUTE };
	const [stopped, scaling, metrics] = await Promise.all([
		optional('stopped tasks', services, aws.tasks(clusterArn, { desiredStatus: 'STOPPED' }, { signal })),
		cluster.scaling,
		optional('metrics', services, aws.serviceMetrics(regionOf(clusterArn), names, range, signal)),
	]);
	const byArn = <T>(valueOf: (service: Service) => T | undefined) =>
		Object.fromEntries(
			services.flatMap((service) => {
				const value = valueOf(service);
				return value === undefined ? [] : [[service.serviceArn, { value, readAt }] as const];
			}),
		);
	return {
		...EMPTY_PICTURE,
		stoppedTasks: stopped ? { [clusterArn]: { value: byGroup(stopped), readAt } } : {},
		scaling: byArn((service) => scaling && (scaling.get(scalingResourceId(service)) ?? null)),
		metrics: byArn(({ serviceName }) => metrics?.get(`${clusterName}/${serviceName}`)),
	};
}

/** What only services need that are not fine: their running tasks and the health of their targets. */
export async function readClosely(
	{ aws, io, optional }: ClusterReading,
	picture: Picture,
	services: readonly Service[],
	runningTasksOf: ReturnType<typeof runningTasks>,
): Promise<Picture> {
	const behind = Map.groupBy(
		services.flatMap((service) => targetGroupsOf(service).map((group) => ({ group, service }))),
		({ group }) => group,
	);
	const [tasks, health] = await Promise.all([
		Promise.all(
			services.map(async (service) => {
				const running = await runningTasksOf(service);
				const value = running && Object.fromEntries(running.map((task) => [task.taskArn, task]));
				return value ? [[service.serviceArn, { value, readAt: io.now() }] as const] : [];
			}),
		),
		Promise.all(
			[...behind].map(async ([group, members]) => {
				const whose = members.map(({ service }) => service);
				const value = await optional('target health', whose, aws.targetHealth(group, io.signal));
				return value ? [[group, { value, readAt: io.now() }] as const] : [];
			}),
		),
	]);
	return { ...picture, tasks: Object.fromEntries(tasks.flat()), targetHealth: Object.fromEntries(health.flat()) };
}

/** What a table is called where it could not be read. */
const WORDS: Readonly<Partial<Record<ResourceTable, string>>> = {
	targetGroups: 'target groups',
	taskDefinitions: 'task definitions',
	serviceDeployments: 'deployments',
	scalingActivities: 'scaling activities',
	scheduledActions: 'scheduled actions',
	containerInstances: 'container instances',
	capacityProviders: 'capacity providers',
	lastLines: 'the last lines of tasks that died',
};

/** All else that tells why services are as they are; of those that are heard what their dead tasks said last, too. */
export function readInDetail(
	{ aws, io, optional }: ClusterReading,
	picture: Picture,
	services: readonly Service[],
	heard: readonly Service[],
): Promise<Picture> {
	return readDetails(
		{
			aws,
			now: io.now,
			signal: io.signal,
			heard,
			attempt: (table, whose, done) => optional(WORDS[table] ?? table, whose, done),
		},
		picture,
		services,
	);
}
