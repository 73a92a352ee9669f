import type { Aws } from '../../aws/aws.ts';
import { isUnderWay, type CodeDeployment, type CodeDeployTarget } from '../../model/code-deploy.ts';
import type { Service, TaskSet } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { look, seen, type Look } from '../look.ts';
import { readService } from '../read-service.ts';
import type { Subject } from '../subject.ts';
import { failedTasks } from '../task-end.ts';

/** A deployment of CodeDeploy as it is seen while it goes on. */
export type CodeDeploySight = {
	readonly service: Service;
	readonly deployment: CodeDeployment;
	readonly target: Look<CodeDeployTarget>;
	/** The deployment that rolls it back. */
	readonly rollback?: CodeDeployment;
	/** Tasks of the new revision that have failed, newest first; undefined where it is not looked for. */
	readonly failed?: readonly Task[];
	/** Ms since it was first seen to have failed. */
	readonly failedFor: number;
};

/** Tasks of a task set that have failed, newest first; none where they cannot be seen. */
async function failedOf(
	aws: Aws,
	{ clusterArn, serviceName }: Subject,
	id: string | undefined,
): Promise<readonly Task[]> {
	if (id === undefined) return [];
	const stopped = seen(await look(aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' })));
	return failedTasks(stopped ?? [], id);
}

/** One look at a deployment. @throws {AwsCallError} when the service or the deployment cannot be read */
export async function seeDeployment(
	aws: Aws,
	subject: Subject,
	deploymentId: string,
): Promise<Omit<CodeDeploySight, 'failedFor'>> {
	const [service, deployment, target] = await Promise.all([
		readService(aws, subject),
		aws.codeDeployment(subject.region, deploymentId),
		look(aws.codeDeployTarget(subject, deploymentId)),
	]);
	const { rollbackDeploymentId } = deployment;
	if (rollbackDeploymentId === undefined) {
		const failed = isUnderWay(deployment) ? await failedOf(aws, subject, broughtInBy(service, deploymentId)?.id) : [];
		return { service, deployment, target, failed };
	}
	const rollback = await aws.codeDeployment(subject.region, rollbackDeploymentId);
	// What serves after a rollback is told by the service as it is then.
	return { service: isUnderWay(rollback) ? service : await readService(aws, subject), deployment, target, rollback };
}

/** The task set that a deployment brought in. */
export function broughtInBy({ taskSets = [] }: Service, deploymentId: string): TaskSet | undefined {
	return taskSets.find(({ externalId }) => externalId === deploymentId);
}
