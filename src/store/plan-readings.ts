import { clusterOf, findService } from './find-service.ts';
import { deploymentReadings } from './plan-deployments.ts';
import { healthReadings } from './plan-health.ts';
import type { Picture, Topic } from './picture.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { clustersReading } from './readings/clusters.ts';
import { identityReading } from './readings/identity.ts';
import { longMetricsReading, metricsReading } from './readings/metrics.ts';
import { clusterScalingReading, serviceScalingReading } from './readings/scaling.ts';
import { serviceDeploymentsReading } from './readings/service-deployments.ts';
import { servicesReading } from './readings/services.ts';
import { stoppedTasksReading } from './readings/stopped-tasks.ts';
import { targetGroupsReading } from './readings/target-groups.ts';
import { taskDefinitionReading } from './readings/task-definition.ts';
import { tasksReading } from './readings/tasks.ts';
import { SELECTED, wantedServices, type WantedServices } from './wanted-services.ts';

/** What has to be read, and how often, to keep these topics fresh, with what the picture knows by now. */
export function planReadings(context: ReadingContext, topics: readonly Topic[]): readonly Reading[] {
	const picture = context.picture();
	return [
		...topics.flatMap((topic) => topicReadings(context, picture, topic)),
		...[...wantedServices(picture, topics)].flatMap(([clusterArn, wish]) => [
			servicesReading(context, clusterArn, wish),
			...(wish.all ? [stoppedTasksReading(context, clusterArn)] : []),
			...scalingReadings(context, clusterArn, wish),
			...metricsReadings(context, clusterArn, wish),
			...healthReadings(context, clusterArn, wish),
			...deploymentReadings(context, clusterArn, wish, topics),
		]),
	];
}

/** What belongs to a topic alone. */
function topicReadings(context: ReadingContext, picture: Picture, topic: Topic): readonly Reading[] {
	switch (topic.kind) {
		case 'identity':
			return [identityReading(context, topic.region)];
		case 'clusters':
			return [clustersReading(context, topic.region)];
		case 'task-definition': {
			const { taskDefinitionArn, region } = topic;
			const known = picture.taskDefinitions[taskDefinitionArn]?.value !== undefined;
			return known ? [] : [taskDefinitionReading(context, taskDefinitionArn, region)];
		}
		case 'target-groups': {
			const arns = targetGroupArns(picture, topic.serviceArn);
			return arns.length === 0 ? [] : [targetGroupsReading(context, arns)];
		}
		case 'tasks':
			return inCluster(picture, topic.serviceArn, (cluster, service) => tasksReading(context, cluster, service));
		case 'service-deployments':
			return inCluster(picture, topic.serviceArn, (cluster, service) =>
				serviceDeploymentsReading(context, cluster, service),
			);
		case 'long-metrics':
			return inCluster(picture, topic.serviceArn, (cluster, service) => longMetricsReading(context, cluster, service));
		case 'services':
		case 'service':
			return [];
	}
}

function inCluster(
	picture: Picture,
	serviceArn: string,
	reading: (clusterArn: string, serviceArn: string) => Reading,
): readonly Reading[] {
	const clusterArn = clusterOf(picture, serviceArn);
	return clusterArn === undefined ? [] : [reading(clusterArn, serviceArn)];
}

/** The selected services each by itself and often, the others of the cluster together and rarely. */
function scalingReadings(context: ReadingContext, clusterArn: string, wish: WantedServices): readonly Reading[] {
	const selected = [...wish.wanted].flatMap(([arn, every]) => (every <= SELECTED ? [arn] : []));
	const others = servicesOf(context, clusterArn, wish).filter((arn) => !selected.includes(arn));
	return [
		...selected.map((arn) => serviceScalingReading(context, clusterArn, arn)),
		...(others.length > 0 ? [clusterScalingReading(context, clusterArn, others)] : []),
	];
}

function metricsReadings(context: ReadingContext, clusterArn: string, wish: WantedServices): readonly Reading[] {
	const arns = wish.all ? servicesOf(context, clusterArn, wish) : [...wish.wanted.keys()];
	return arns.length > 0 ? [metricsReading(context, clusterArn, arns)] : [];
}

/** The services of a watched cluster, once all are known: what is asked once a minute should not miss half of them. */
function servicesOf(
	{ picture, doneAt }: ReadingContext,
	clusterArn: string,
	{ all }: WantedServices,
): readonly string[] {
	return all && doneAt.has(`list ${clusterArn}`) ? Object.keys(picture().services[clusterArn]?.value ?? {}) : [];
}

function targetGroupArns(picture: Picture, serviceArn: string): readonly string[] {
	const balancers = findService(picture, serviceArn)?.loadBalancers ?? [];
	return [...new Set(balancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []))];
}
