import { appSpecText } from '../world/code-deploy/app-spec-text.ts';
import { groupOf } from '../world/code-deploy/service-behind.ts';
import { startDeployment } from '../world/code-deploy/start-deployment.ts';
import { registerTaskDefinition } from '../world/register-task-definition.ts';
import { planLook } from '../world/scheduler/plan-look.ts';
import { startRollout } from '../world/scheduler/start-rollout.ts';
import type { World } from '../world/world.ts';
import { buildSidecars } from './build-containers.ts';
import { secretsOf } from './build-secrets.ts';
import { findService } from './find-service.ts';
import { pipelineArn } from './pipeline-arn.ts';
import type { Step } from './script-schema.ts';
import type { SidecarEntry } from './service-schema.ts';

/** Registers a revision that differs from the service's present one as the step says, and deploys it. */
export function deploy(
	world: World,
	step: Extract<Step, { readonly do: 'deploy' }>,
	sidecars: Readonly<Record<string, SidecarEntry>>,
): void {
	const service = findService(world, step.service);
	const { serviceName } = service;
	const cluster = world.clusters.get(service.clusterArn);
	if (!cluster) throw new Error(`${service.serviceArn} has no cluster`);
	const present = world.taskDefinitions.get(service.settings.taskDefinition);
	if (!present) throw new Error(`${service.serviceArn} has no task definition`);
	const [main, ...beside] = present.containerDefinitions;
	if (!main) throw new Error(`${present.taskDefinitionArn} has no container`);
	const registry = main.image.slice(0, main.image.lastIndexOf('/') + 1);
	const { revision: _, ...input } = present;
	const next = registerTaskDefinition(world, {
		...input,
		...(present.cpu !== undefined && step.cpu !== undefined && { cpu: String(step.cpu) }),
		...(present.memory !== undefined && step.memory !== undefined && { memory: String(step.memory) }),
		containerDefinitions: [
			{
				...main,
				...(step.image !== undefined && { image: registry + step.image }),
				...(step.secrets && { secrets: secretsOf(world, cluster, serviceName, step.secrets) }),
				// Without a size of the task its container has one.
				...(present.cpu === undefined && step.cpu !== undefined && { cpu: step.cpu }),
				...(present.memory === undefined && step.memory !== undefined && { memory: step.memory }),
			},
			...(step.sidecars ? buildSidecars(cluster, serviceName, step.sidecars, sidecars) : beside),
		],
		registeredAt: world.clock.now,
		registeredBy: pipelineArn(world),
	});
	const behind = groupOf(world, service);
	const [balancer] = service.settings.loadBalancers;
	if (behind && balancer) {
		const { containerName, containerPort } = balancer;
		const appSpec = { taskDefinition: next.taskDefinitionArn, containerName, containerPort };
		startDeployment(world, behind.application, behind.group, { appSpec, content: appSpecText(appSpec) });
		return;
	}
	service.settings = { ...service.settings, taskDefinition: next.taskDefinitionArn };
	startRollout(world, service);
	planLook(world, service);
}
