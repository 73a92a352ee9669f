import { lastSegment } from '../model/arn.ts';
import type { Resource } from '../model/resource.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import type { Picture, Topic } from '../store/picture.ts';
import { keyOf } from './key-of.ts';
import type { ViewContext } from './pane.ts';
import { shownClusters } from './services/shown-clusters.ts';

/** What a screen about a service says while none is selected. */
export function noService(context: ViewContext): { readonly why: string; readonly press: string } {
	return {
		why: 'No service is selected.',
		press: `${keyOf(context, 'back')} goes back to the services; press the key again on one of them.`,
	};
}

type ServiceTopicKind = Extract<Topic, { readonly serviceArn: string }>['kind'];

/** Topics about the selected service; none while nothing is selected. */
export function serviceTopics({ ui }: ViewContext, kinds: readonly ServiceTopicKind[]): readonly Topic[] {
	const { serviceArn } = ui;
	return serviceArn === undefined ? [] : kinds.map((kind) => ({ kind, serviceArn }));
}

/** A service out of the picture, with the age and the trouble of the reading it came with. */
function serviceResource(picture: Picture, serviceArn: string): Resource<Service> | undefined {
	const clusters = Object.values(picture.services);
	const home =
		clusters.find((services) => services.value?.[serviceArn]) ?? picture.services[clusterArnOfService(serviceArn)];
	if (!home) return undefined;
	const { value: services, ...others } = home;
	const readAt = picture.serviceReadAt[serviceArn];
	const own = picture.serviceFailures[serviceArn]?.failure;
	const reading = own ? { ...others, ...(readAt !== undefined && { readAt }), failure: own } : others;
	const service = services?.[serviceArn];
	return service ? { ...reading, value: service } : reading;
}

/** The selected service as a resource; undefined while nothing is selected or nothing was asked yet. */
export function selectedServiceResource({ picture, ui }: ViewContext): Resource<Service> | undefined {
	return ui.serviceArn === undefined ? undefined : serviceResource(picture, ui.serviceArn);
}

/** The selected service, when it has been read. */
export function selectedService(context: ViewContext): Service | undefined {
	return selectedServiceResource(context)?.value;
}

/** Where to look for a task: its service's tasks, and the task among them once it has been read. */
export function selectedTaskResource({ picture, ui }: ViewContext): Resource<Task> | undefined {
	const { serviceArn, taskArn } = ui;
	const home = serviceArn === undefined ? undefined : picture.tasks[serviceArn];
	if (!home || taskArn === undefined) return undefined;
	const { value: tasks, ...reading } = home;
	const task = tasks?.[taskArn];
	return task ? { ...reading, value: task } : reading;
}

/** The name in the border of what is about the selected service: `checkout`; of several clusters, `checkout in prod`. */
export function serviceTitle({ picture, ui }: ViewContext): string {
	const { serviceArn } = ui;
	if (serviceArn === undefined) return 'no service';
	return `${lastSegment(serviceArn)}${inCluster({ picture, ui }, serviceArn)}`;
}

/** ` in prod` where several clusters are shown: a service of the same name may be in each. */
export function inCluster({ picture, ui }: Pick<ViewContext, 'picture' | 'ui'>, serviceArn: string): string {
	if (shownClusters(picture, ui.clusterArns).length < 2) return '';
	const service = serviceResource(picture, serviceArn)?.value;
	return ` in ${lastSegment(service?.clusterArn ?? clusterArnOfService(serviceArn))}`;
}

/** `…:service/prod/checkout` -> `…:cluster/prod`; the short ARN format of before 2018 names no cluster. */
function clusterArnOfService(serviceArn: string): string {
	return serviceArn.replace(/:service\/([^/]+)\/.*$/u, ':cluster/$1');
}
