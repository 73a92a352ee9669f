import type { Call, Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { listAccountSettings } from './account-settings.ts';
import * as capacity from './capacity.ts';
import { checkEnums } from './check-enums.ts';
import * as clusters from './clusters.ts';
import { continueServiceDeployment } from './continue-service-deployment.ts';
import * as serviceDeployments from './service-deployments.ts';
import { describeServiceRevisions } from './service-revisions.ts';
import * as servicesRead from './services-read.ts';
import * as servicesWrite from './services-write.ts';
import { stopServiceDeployment } from './stop-service-deployment.ts';
import * as tags from './tags.ts';
import * as taskDefinitionsRead from './task-definitions-read.ts';
import * as taskDefinitionsWrite from './task-definitions-write.ts';
import { getTaskProtection, updateTaskProtection } from './task-protection.ts';
import * as tasksRead from './tasks-read.ts';
import * as tasksWrite from './tasks-write.ts';

/** Amazon ECS over a world. */
export function ecsHandlers(world: World): Handlers {
	const on =
		<Input extends object, Output>(answer: (world: World, call: Call, input: Input) => Output) =>
		(input: Input, call: Call) => {
			checkEnums(call.operation, input);
			return answer(world, call, input);
		};
	// An ARN says its own region, and account settings are the same in all.
	const inAnyRegion = <Input extends object, Output>(answer: (world: World, input: Input) => Output) =>
		on((_, __, input: Input) => answer(world, input));
	return {
		ListClusters: on(clusters.listClusters),
		DescribeClusters: on(clusters.describeClusters),
		CreateCluster: on(clusters.createCluster),
		UpdateClusterSettings: on(clusters.updateClusterSettings),
		ListServices: on(servicesRead.listServices),
		DescribeServices: on(servicesRead.describeServices),
		ListServicesByNamespace: on(servicesRead.listServicesByNamespace),
		CreateService: on(servicesWrite.createService),
		UpdateService: on(servicesWrite.updateService),
		DeleteService: on(servicesWrite.deleteService),
		ListTasks: on(tasksRead.listTasks),
		DescribeTasks: on(tasksRead.describeTasks),
		GetTaskProtection: on(getTaskProtection),
		UpdateTaskProtection: on(updateTaskProtection),
		RunTask: on(tasksWrite.runTask),
		StopTask: on(tasksWrite.stopTask),
		ListTaskDefinitions: on(taskDefinitionsRead.listTaskDefinitions),
		ListTaskDefinitionFamilies: on(taskDefinitionsRead.listTaskDefinitionFamilies),
		DescribeTaskDefinition: on(taskDefinitionsRead.describeTaskDefinition),
		RegisterTaskDefinition: on(taskDefinitionsWrite.registerTaskDefinition),
		DeregisterTaskDefinition: on(taskDefinitionsWrite.deregisterTaskDefinition),
		ListServiceDeployments: on(serviceDeployments.listServiceDeployments),
		DescribeServiceDeployments: inAnyRegion(serviceDeployments.describeServiceDeployments),
		DescribeServiceRevisions: inAnyRegion(describeServiceRevisions),
		StopServiceDeployment: inAnyRegion(stopServiceDeployment),
		ContinueServiceDeployment: inAnyRegion(continueServiceDeployment),
		DescribeCapacityProviders: on(capacity.describeCapacityProviders),
		ListContainerInstances: on(capacity.listContainerInstances),
		DescribeContainerInstances: on(capacity.describeContainerInstances),
		ListTagsForResource: inAnyRegion(tags.listTagsForResource),
		TagResource: inAnyRegion(tags.tagResource),
		UntagResource: inAnyRegion(tags.untagResource),
		ListAccountSettings: inAnyRegion(listAccountSettings),
	};
}
