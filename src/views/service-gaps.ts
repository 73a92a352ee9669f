import { age } from '../model/age.ts';
import { shortCause } from '../model/failure-words.ts';
import type { Resource, ResourceFailure } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import type { Picture } from '../store/picture.ts';
import { newestDead } from '../store/readings/last-lines.ts';
import { relatedTaskDefinitions, runsOnInstances, targetGroupsOf } from '../store/related.ts';

/** Something about services that could not be read: never, or not any more. */
export type Gap = {
	/** `CPU`, `load balancer health` */
	readonly what: string;
	/** When it was last read, epoch ms; undefined if never. */
	readonly readAt?: number;
	readonly failure: ResourceFailure;
};

/** What of all that is said about a service could not be read; not what is said already of its whole cluster. */
export function serviceGaps(picture: Picture, service: Service): readonly Gap[] {
	const { serviceArn, clusterArn } = service;
	return [
		...gapOf('its state', stateOf(picture, serviceArn)),
		...gapOf('CPU', picture.metrics[serviceArn]),
		...targetGroupsOf(service)
			.flatMap((arn) => gapOf('load balancer health', picture.targetHealth[arn]))
			.slice(0, 1),
		...gapOf('autoscaling', picture.scaling[serviceArn]),
		...gapOf('stopped tasks', picture.stoppedTasks[clusterArn]),
	];
}

/**
 * What of all that the selected service is judged by could not be read; nothing while its whole cluster cannot be, which
 * is said by itself. Not for others: what is not looked at any more keeps its last failure.
 */
export function selectedGaps(picture: Picture, service: Service): readonly Gap[] {
	if (picture.services[service.clusterArn]?.failure) return [];
	return [...serviceGaps(picture, service), ...evidenceGaps(picture, service)];
}

function evidenceGaps(picture: Picture, service: Service): readonly Gap[] {
	const { serviceArn, clusterArn } = service;
	const first = (what: string, resources: readonly (Resource<unknown> | undefined)[]): readonly Gap[] =>
		resources.flatMap((one) => gapOf(what, one)).slice(0, 1);
	return [
		...gapOf('tasks', picture.tasks[serviceArn]),
		...first(
			'task definitions',
			relatedTaskDefinitions(picture, service).map((arn) => picture.taskDefinitions[arn]),
		),
		...gapOf('past deployments', picture.serviceDeployments[serviceArn]),
		...first(
			'load balancer checks',
			targetGroupsOf(service).map((arn) => picture.targetGroups[arn]),
		),
		...gapOf('scaling activities', picture.scalingActivities[serviceArn]),
		...gapOf('scheduled actions', picture.scheduledActions[serviceArn]),
		...gapOf('alarms', picture.alarms[serviceArn]),
		...gapOf('subnets', picture.subnets[serviceArn]),
		...(runsOnInstances(service)
			? [
					...gapOf('instances', picture.containerInstances[clusterArn]),
					...gapOf('capacity providers', picture.capacityProviders[clusterArn]),
				]
			: []),
		...first(
			'last log lines',
			newestDead(picture, service).map(({ taskArn }) => picture.lastLines[taskArn]),
		),
	];
}

/** What could be read of none of these services, though it was tried. */
export function commonGaps(picture: Picture, services: readonly Service[]): readonly Gap[] {
	const groups = services.flatMap(targetGroupsOf);
	const arns = services.map(({ serviceArn }) => serviceArn);
	return [
		...commonGap('CPU', picture.metrics, arns),
		...commonGap('load balancer health', picture.targetHealth, groups),
		...commonGap('autoscaling', picture.scaling, arns),
	];
}

/** `CPU not known: no permission cloudwatch:GetMetricData`, `CPU not read for 3m: ThrottlingException`. */
export function gapWords({ what, readAt, failure }: Gap, now: number): string {
	const state = readAt === undefined ? 'not known' : `not read for ${age(readAt, now)}`;
	return `${what} ${state}: ${shortCause(failure)}`;
}

function gapOf(what: string, resource: Resource<unknown> | undefined): readonly Gap[] {
	return resource?.failure
		? [{ what, ...(resource.readAt !== undefined && { readAt: resource.readAt }), failure: resource.failure }]
		: [];
}

/** A service that cannot be described although others of its cluster can. */
function stateOf({ serviceFailures, serviceReadAt }: Picture, serviceArn: string): Resource<unknown> | undefined {
	const readAt = serviceReadAt[serviceArn];
	return { ...serviceFailures[serviceArn], ...(readAt !== undefined && { readAt }) };
}

/** Stops at the first one that is well: while nothing fails this costs next to nothing. */
function commonGap(
	what: string,
	table: Readonly<Record<string, Resource<unknown>>>,
	keys: readonly string[],
): readonly Gap[] {
	let failed: Resource<unknown> | undefined;
	for (const key of keys) {
		const resource = table[key];
		if (resource?.failure) failed ??= resource;
		else if (resource?.value !== undefined) return [];
	}
	return gapOf(what, failed);
}
