import type { Service } from '../model/service.ts';
import { clusterOf, findService } from './find-service.ts';
import { deploymentReadings } from './plan-deployments.ts';
import { evidenceReadings } from './plan-evidence.ts';
import { healthReadings } from './plan-health.ts';
import { metricsReadings } from './plan-metrics.ts';
import { scalingReadings } from './plan-scaling.ts';
import type { Picture, Topic } from './picture.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { clustersReading } from './readings/clusters.ts';
import { identityReading } from './readings/identity.ts';
import { longMetricsReading } from './readings/metrics.ts';
import { serviceDeploymentsReading } from './readings/service-deployments.ts';
import { isListed, serviceListReading } from './readings/service-list.ts';
import { otherServicesReading, wantedServicesReading } from './readings/services.ts';
import { stoppedTasksReading } from './readings/stopped-tasks.ts';
import { targetGroupsReading } from './readings/target-groups.ts';
import { taskDefinitionReading } from './readings/task-definition.ts';
import { tasksReading } from './readings/tasks.ts';
import { targetGroupsOf } from './related.ts';
import { wantedServices, type WantedServices } from './wanted-services.ts';

/** What has to be read, and how often, to keep these topics fresh, with what the picture knows by now. */
export function planReadings(context: ReadingContext, topics: readonly Topic[]): readonly Reading[] {
	const picture = context.picture();
	const wishes = wantedServices(picture, topics);
	const watched = [...wishes].flatMap(([clusterArn, { all }]) => (all ? servicesOf(picture, clusterArn) : []));
	const troubled = context.troubles.among(picture, watched, context.time.now());
	return [
		// First: of two readings with the same key the last one counts, and a screen wants what it shows more often.
		...evidenceReadings(context, topics, troubled),
		...topics.flatMap((topic) => topicReadings(context, picture, topic)),
		...scalingReadings(context, wishes),
		...[...wishes].flatMap(([clusterArn, wish]) => [
			...servicesReadings(context, clusterArn, wish),
			...(wish.all ? [stoppedTasksReading(context, clusterArn)] : []),
			...metricsReadings(context, clusterArn, wish),
			...healthReadings(context, clusterArn, wish),
			...deploymentReadings(context, clusterArn, wish, { topics, troubled }),
		]),
	];
}

function servicesReadings(context: ReadingContext, clusterArn: string, wish: WantedServices): readonly Reading[] {
	return [
		...(wish.all ? [serviceListReading(context, clusterArn, wish)] : []),
		...(wish.wanted.size > 0 ? [wantedServicesReading(context, clusterArn, wish)] : []),
		...(wish.all && isListed(context, clusterArn) ? [otherServicesReading(context, clusterArn, wish)] : []),
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
			const service = findService(picture, topic.serviceArn);
			const arns = service ? targetGroupsOf(service) : [];
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
		case 'evidence':
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

function servicesOf({ services }: Picture, clusterArn: string): readonly Service[] {
	return Object.values(services[clusterArn]?.value ?? {});
}
