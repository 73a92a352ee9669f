import { after } from '../advance.ts';
import { SECOND } from '../clock.ts';
import type { World } from '../world.ts';
import type { ApplicationState, DeploymentGroupState } from './application.ts';
import { deploymentId } from './deployment-id.ts';
import { LIFECYCLE_EVENTS, type CodeDeploymentState, type EcsAppSpec } from './deployment.ts';
import { proceed } from './proceed.ts';
import { serviceBehind } from './service-behind.ts';
import { sha256 } from './sha256.ts';
import type { TrafficConfig } from './traffic-config.ts';

/** What CreateDeployment asks for. */
export type DeploymentRequest = {
	/** The AppSpec as it was written, and what it says. */
	readonly content: string;
	readonly appSpec: EcsAppSpec;
	readonly configName?: TrafficConfig;
	readonly description?: string;
};

/** Begins a deployment, which goes on by itself. */
export function startDeployment(
	world: World,
	application: ApplicationState,
	group: DeploymentGroupState,
	request: DeploymentRequest,
): CodeDeploymentState {
	const deployment = createDeployment(world, application, group, request);
	after(world, SECOND, () => proceed(world, group, deployment));
	return deployment;
}

/** Writes a deployment down without carrying it out: the past has some. */
export function createDeployment(
	world: World,
	application: ApplicationState,
	group: DeploymentGroupState,
	{ content, appSpec, configName = group.configName, description }: DeploymentRequest,
): CodeDeploymentState {
	const { now } = world.clock;
	const hash = sha256(content);
	if (!application.revisions.has(hash)) application.revisions.set(hash, { content, firstUsedAt: now });
	const deployment: CodeDeploymentState = {
		deploymentId: deploymentId(world),
		creator: 'user',
		...(description !== undefined && { description }),
		configName,
		sha256: hash,
		appSpec,
		status: 'Created',
		lifecycle: LIFECYCLE_EVENTS.map((name) => ({ name, status: 'Pending' })),
		originalId: serviceBehind(world, group).taskSets.find(({ status }) => status === 'PRIMARY')?.id ?? '',
		weight: 0,
		createdAt: now,
	};
	group.deployments.unshift(deployment);
	return deployment;
}
