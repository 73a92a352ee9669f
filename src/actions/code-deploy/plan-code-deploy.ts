import { appSpecRevision } from '../../aws/changes/app-spec-revision.ts';
import type { Change } from '../../aws/changes/change.ts';
import { newAppSpec, taskDefinitionIn, withTaskDefinition, type AppSpec } from '../../model/app-spec.ts';
import { isUnderWay, type CodeDeployment, type DeploymentGroup } from '../../model/code-deploy.ts';
import type { Service } from '../../model/service.ts';
import { seen, unseen } from '../look.ts';
import type { Refusal } from '../plan.ts';
import { groupIn, type CodeDeploySnapshot } from './code-deploy-snapshot.ts';

/** Why CodeDeploy cannot be told to deploy this now. */
export function cannotGoThroughCodeDeploy(service: Service, snapshot: CodeDeploySnapshot): Refusal | undefined {
	const none = withoutGroup(service, snapshot);
	if (none) return none;
	const under = underWayIn(snapshot);
	if (under) {
		return {
			refused: `CodeDeploy is at ${under.deploymentId} of ${service.serviceName} (${under.status}), and takes one deployment at a time.`,
			instead: '`deckwatch rollback` stops it and goes back; else wait for its end.',
		};
	}
	if (service.loadBalancers.length > 0 || lastAppSpec(snapshot)) return undefined;
	return {
		refused: `${service.serviceName} has no load balancer, and no AppSpec that says where its traffic goes.`,
		instead: 'Start the deployment with an AppSpec of your own: `aws deploy create-deployment`.',
	};
}

/** Why there is nobody who could deploy it; or several, who each could. */
export function withoutGroup({ serviceName }: Service, { groups }: CodeDeploySnapshot): Refusal | undefined {
	if ('failure' in groups) {
		const { failure } = groups;
		const refused = `${unseen(`the deployment group of ${serviceName} in CodeDeploy`, groups)}.`;
		return { refused, instead: `CodeDeploy deploys this service. ${failure.next}`, failure };
	}
	const found = seen(groups) ?? [];
	if (found.length === 1) return undefined;
	if (found.length === 0) {
		return {
			refused: `${serviceName} is to be deployed by CodeDeploy, and no deployment group there has it.`,
			instead: 'Make one: `aws deploy create-deployment-group --ecs-services …`.',
		};
	}
	return {
		refused: `${found.length} deployment groups of CodeDeploy have ${serviceName}: ${found.map(groupName).join(', ')}.`,
		instead: 'Only one should have it: remove it from the others (`aws deploy update-deployment-group`).',
	};
}

/** `DgpECS-prod-web of AppECS-prod-web` */
export function groupName({ applicationName, deploymentGroupName }: DeploymentGroup): string {
	return `${deploymentGroupName} of ${applicationName}`;
}

/** The deployment that CodeDeploy is at, if any. */
export function underWayIn({ deployments }: CodeDeploySnapshot): CodeDeployment | undefined {
	return (deployments && seen(deployments))?.find(isUnderWay);
}

/** What a plan stands on in CodeDeploy: the group, and its newest deployment. */
export function basisOf(snapshot: CodeDeploySnapshot): readonly (string | undefined)[] {
	const group = groupIn(snapshot);
	const [newest] = (snapshot.deployments && seen(snapshot.deployments)) ?? [];
	return [group && groupName(group), newest?.deploymentId, newest?.status];
}

/** The last AppSpec, as long as it is one for ECS. */
export function lastAppSpec({ appSpec }: CodeDeploySnapshot): AppSpec | undefined {
	const last = appSpec && seen(appSpec);
	return last && taskDefinitionIn(last) !== undefined ? last : undefined;
}

/** Has CodeDeploy bring a task definition in, with all that the last AppSpec said besides, its hooks above all. */
export function createDeploymentChange(
	service: Service,
	snapshot: CodeDeploySnapshot,
	taskDefinition: string,
	appSpec = lastAppSpec(snapshot),
): Change {
	const group = groupIn(snapshot);
	if (!group) throw new Error(`${service.serviceName} has no deployment group.`);
	const [balancer] = service.loadBalancers;
	const whole = appSpec
		? withTaskDefinition(appSpec, taskDefinition)
		: newAppSpec(taskDefinition, {
				containerName: balancer?.containerName ?? '',
				containerPort: balancer?.containerPort ?? 0,
				...(service.platformVersion === undefined ? {} : { platformVersion: service.platformVersion }),
				capacityProviderStrategy: service.capacityProviderStrategy,
			});
	return {
		name: 'codedeploy:CreateDeployment',
		region: group.region,
		input: {
			applicationName: group.applicationName,
			deploymentGroupName: group.deploymentGroupName,
			revision: appSpecRevision(whole),
		},
	};
}
