import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import { batchGetApplications, getApplicationRevision, listApplications } from './applications.ts';
import { continueDeployment } from './continue-deployment.ts';
import { createDeployment } from './create-deployment.ts';
import { getDeploymentConfig, listDeploymentConfigs } from './deployment-configs.ts';
import { batchGetDeploymentGroups, getDeploymentGroup, listDeploymentGroups } from './deployment-groups.ts';
import { batchGetDeploymentTargets, getDeploymentTarget, listDeploymentTargets } from './deployment-targets.ts';
import { batchGetDeployments, getDeployment, listDeployments } from './deployments.ts';
import type { Look } from './look.ts';
import { stopDeployment } from './stop-deployment.ts';

/** AWS CodeDeploy for the services of a world that it deploys. */
export function codeDeployHandlers(world: World): Handlers {
	const on = answering(({ region }): Look => ({ world, region }));
	return {
		ListApplications: on(listApplications),
		BatchGetApplications: on(batchGetApplications),
		GetApplicationRevision: on(getApplicationRevision),
		ListDeploymentGroups: on(listDeploymentGroups),
		GetDeploymentGroup: on(getDeploymentGroup),
		BatchGetDeploymentGroups: on(batchGetDeploymentGroups),
		ListDeploymentConfigs: on(listDeploymentConfigs),
		GetDeploymentConfig: on(getDeploymentConfig),
		CreateDeployment: on(createDeployment),
		GetDeployment: on(getDeployment),
		BatchGetDeployments: on(batchGetDeployments),
		ListDeployments: on(listDeployments),
		ListDeploymentTargets: on(listDeploymentTargets),
		GetDeploymentTarget: on(getDeploymentTarget),
		BatchGetDeploymentTargets: on(batchGetDeploymentTargets),
		StopDeployment: on(stopDeployment),
		ContinueDeployment: on(continueDeployment),
	};
}
