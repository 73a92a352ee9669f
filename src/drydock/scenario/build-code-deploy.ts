import { DAY, MINUTE } from '../world/clock.ts';
import type { ApplicationState, DeploymentGroupState } from '../world/code-deploy/application.ts';
import { appSpecText } from '../world/code-deploy/app-spec-text.ts';
import type { CodeDeploymentState } from '../world/code-deploy/deployment.ts';
import { createDeployment } from '../world/code-deploy/start-deployment.ts';
import { addTaskSet, makePrimary } from '../world/code-deploy/task-sets.ts';
import { durationBetween, uuid } from '../world/random.ts';
import type { ServiceState } from '../world/service.ts';
import type { TaskDefinitionState } from '../world/task-definition.ts';
import type { World } from '../world/world.ts';
import type { BuiltCluster } from './build-cluster.ts';
import { buildTargetGroup } from './build-target-group.ts';
import { asOf, giveTasks } from './give-history.ts';
import type { ServiceTraits } from './service-schema.ts';

type Past = ServiceTraits & {
	readonly name: string;
	readonly present: TaskDefinitionState;
	readonly before?: TaskDefinitionState;
	/** Epoch ms. */
	readonly deployedAt: number;
};

/** Has CodeDeploy deploy a new service, and gives it the past of one in steady state: two deployments, a task set, its tasks. */
export function buildCodeDeploy(world: World, built: BuiltCluster, service: ServiceState, past: Past): void {
	const { application, group } = buildGroup(world, built, service, past);
	if (past.before)
		succeededAt(world, application, group, { service, at: past.deployedAt - 5 * DAY, present: past.before });
	const deployment = succeededAt(world, application, group, { service, at: past.deployedAt, present: past.present });
	const set = asOf(world, past.deployedAt, () => addTaskSet(world, service, service.settings, deployment));
	makePrimary(world, service, set.id);
	set.stabilityStatus = 'STEADY_STATE';
	giveTasks(world, service, set, past.deployedAt);
}

function buildGroup(
	world: World,
	built: BuiltCluster,
	service: ServiceState,
	{ codeDeploy, ...traits }: Past,
): { readonly application: ApplicationState; readonly group: DeploymentGroupState } {
	const { clusterName, region } = built.cluster;
	const { config = 'AllAtOnce', readyWait, terminationWait = 5, rollback = true } = codeDeploy ?? {};
	const applicationName = codeDeploy?.application ?? `AppECS-${clusterName}-${service.serviceName}`;
	const deploymentGroupName = `DgpECS-${clusterName}-${service.serviceName}`;
	const key = `${region}/${applicationName}`;
	const application: ApplicationState = world.codeDeploy.get(key) ?? {
		applicationName,
		applicationId: uuid(world.random),
		region,
		createdAt: service.createdAt,
		groups: new Map(),
		revisions: new Map(),
	};
	world.codeDeploy.set(key, application);
	const serving = service.settings.loadBalancers[0]?.targetGroupArn ?? '';
	const group: DeploymentGroupState = {
		deploymentGroupName,
		deploymentGroupId: uuid(world.random),
		applicationName,
		serviceArn: service.serviceArn,
		configName: `CodeDeployDefault.ECS${config}`,
		...(readyWait !== undefined && { readyWait }),
		terminationWait,
		rollback,
		targetGroupArns: [serving, buildTargetGroup(world, built, traits, '-green')?.targetGroupArn ?? serving],
		deployments: [],
	};
	application.groups.set(deploymentGroupName, group);
	return { application, group };
}

/** A deployment of long ago that went well. */
function succeededAt(
	world: World,
	application: ApplicationState,
	group: DeploymentGroupState,
	{
		service,
		at,
		present,
	}: { readonly service: ServiceState; readonly at: number; readonly present: TaskDefinitionState },
): CodeDeploymentState {
	const [balancer] = service.settings.loadBalancers;
	const appSpec = {
		taskDefinition: present.taskDefinitionArn,
		containerName: balancer?.containerName ?? '',
		containerPort: balancer?.containerPort ?? 0,
	};
	const deployment = asOf(world, at, () =>
		createDeployment(world, application, group, { appSpec, content: appSpecText(appSpec) }),
	);
	deployment.status = 'Succeeded';
	deployment.startedAt = at;
	deployment.completedAt = at + durationBetween(world.random, 8 * MINUTE, 14 * MINUTE);
	deployment.weight = 100;
	for (const event of deployment.lifecycle) Object.assign(event, { status: 'Succeeded', startedAt: at, endedAt: at });
	return deployment;
}
