import type { Call, Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { listAccountSettings } from './account-settings.ts';
import * as capacityProviders from './capacity-providers.ts';
import { checkEnums } from './check-enums.ts';
import * as clusters from './clusters.ts';
import * as containerInstances from './container-instances.ts';
import { continueServiceDeployment } from './continue-service-deployment.ts';
import { runTask } from './run-task.ts';
import * as serviceDeployments from './service-deployments.ts';
import { describeServiceRevisions } from './service-revisions.ts';
import * as servicesRead from './services-read.ts';
import * as servicesWrite from './services-write.ts';
import { stopServiceDeployment } from './stop-service-deployment.ts';
import { stopTask } from './stop-task.ts';
import * as tags from './tags.ts';
import * as taskDefinitionsRead from './task-definitions-read.ts';
import * as taskDefinitionsWrite from './task-definitions-write.ts';
import { getTaskProtection, updateTaskProtection } from './task-protection.ts';
import * as tasksRead from './tasks-read.ts';

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
		RunTask: on(runTask),
		StopTask: on(stopTask),
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
		DescribeCapacityProviders: on(capacityProviders.describeCapacityProviders),
		UpdateCapacityProvider: on(capacityProviders.updateCapacityProvider),
		PutClusterCapacityProviders: on(capacityProviders.putClusterCapacityProviders),
		ListContainerInstances: on(containerInstances.listContainerInstances),
		DescribeContainerInstances: on(containerInstances.describeContainerInstances),
		UpdateContainerInstancesState: on(containerInstances.updateContainerInstancesState),
		ListTagsForResource: inAnyRegion(tags.listTagsForResource),
		TagResource: inAnyRegion(tags.tagResource),
		UntagResource: inAnyRegion(tags.untagResource),
		ListAccountSettings: inAnyRegion(listAccountSettings),
	};
}
