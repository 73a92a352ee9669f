import type * as ecs from '@aws-sdk/client-ecs';
import type { Task } from '../../model/task.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';
import { toContainer } from './to-container.ts';

/** An SDK task in the model's words; addresses come from its network interface, else from its first container. */
export function toTask(task: ecs.Task): Task {
	const containers = list(task.containers);
	const interfaceDetail = detailsOfNetworkInterface(task);
	return defined({
		taskArn: requiredText(task.taskArn),
		clusterArn: requiredText(task.clusterArn),
		group: requiredText(task.group),
		taskDefinitionArn: requiredText(task.taskDefinitionArn),
		lastStatus: requiredText(task.lastStatus),
		desiredStatus: requiredText(task.desiredStatus),
		healthStatus: requiredText(task.healthStatus ?? 'UNKNOWN'),
		cpu: text(task.cpu),
		memory: text(task.memory),
		launchType: text(task.launchType),
		capacityProviderName: text(task.capacityProviderName),
		platformVersion: text(task.platformVersion),
		availabilityZone: text(task.availabilityZone),
		connectivity: text(task.connectivity),
		startedBy: text(task.startedBy),
		createdAt: epochMs(task.createdAt),
		pullStartedAt: epochMs(task.pullStartedAt),
		pullStoppedAt: epochMs(task.pullStoppedAt),
		startedAt: epochMs(task.startedAt),
		stoppingAt: epochMs(task.stoppingAt),
		executionStoppedAt: epochMs(task.executionStoppedAt),
		stoppedAt: epochMs(task.stoppedAt),
		stopCode: text(task.stopCode || undefined),
		stoppedReason: text(task.stoppedReason || undefined),
		containers: containers.map(toContainer),
		privateIpv4Address:
			interfaceDetail('privateIPv4Address') ??
			text(containers.flatMap(({ networkInterfaces }) => list(networkInterfaces))[0]?.privateIpv4Address),
		subnetId: interfaceDetail('subnetId'),
		networkInterfaceId: interfaceDetail('networkInterfaceId'),
		containerInstanceArn: text(task.containerInstanceArn),
		enableExecuteCommand: task.enableExecuteCommand ?? false,
	});
}

/** Looks up the details of the ENI attachment: `subnetId`, `networkInterfaceId`, `privateIPv4Address` … */
function detailsOfNetworkInterface(task: ecs.Task) {
	const attachment = list(task.attachments).find(({ type }) => type === 'ElasticNetworkInterface');
	const details = new Map(list(attachment?.details).map(({ name, value }) => [name, value]));
	return (name: string) => text(details.get(name));
}
