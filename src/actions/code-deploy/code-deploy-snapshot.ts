import type { Aws } from '../../aws/aws.ts';
import type { AppSpec } from '../../model/app-spec.ts';
import type { CodeDeployment, DeploymentGroup, TrafficRouting } from '../../model/code-deploy.ts';
import { look, seen, type Look } from '../look.ts';
import type { Subject } from '../subject.ts';
import type { EarlierRevision } from './earlier-revision.ts';

/** What has to be known to deploy a service through CodeDeploy. */
export type CodeDeploySnapshot = {
	/** The groups that deploy it; the rest is of the only one. */
	readonly groups: Look<readonly DeploymentGroup[]>;
	readonly routing?: Look<TrafficRouting>;
	/** Newest first. */
	readonly deployments?: Look<readonly CodeDeployment[]>;
	/** What the last deployment that succeeded was told; undefined when there is none that can be read, as one in S3. */
	readonly appSpec?: Look<AppSpec>;
	/** What a rollback goes back to, where that was asked for; `value` is undefined when there is nothing. */
	readonly earlier?: Look<EarlierRevision | undefined>;
};

/** Looks up who deploys a service, how, and what was deployed last. Throws no AwsCallError: what may not be seen is a `Look` that failed. */
export async function readCodeDeploySnapshot(
	aws: Aws,
	{ region, clusterName, serviceName }: Subject,
	signal?: AbortSignal,
): Promise<CodeDeploySnapshot> {
	const groups = await look(aws.deploymentGroups({ region, clusterName, serviceName }, signal));
	const [group, another] = seen(groups) ?? [];
	if (!group || another) return { groups };
	const [routing, deployments] = await Promise.all([
		look(aws.trafficRouting(region, group.deploymentConfigName, signal)),
		look(aws.codeDeployments(group, signal)),
	]);
	const last = seen(deployments)?.find(({ status }) => status === 'Succeeded');
	const appSpec = last?.sha256 === undefined ? undefined : await look(aws.appSpec(group, last.sha256, signal));
	return { groups, routing, deployments, ...(appSpec ? { appSpec } : {}) };
}

/** The group that deploys the service, if there is one and only one. */
export function groupIn({ groups }: CodeDeploySnapshot): DeploymentGroup | undefined {
	const [group, another] = seen(groups) ?? [];
	return another ? undefined : group;
}
