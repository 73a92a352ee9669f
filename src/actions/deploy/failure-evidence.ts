import type { Aws } from '../../aws/aws.ts';
import { shortTaskId } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import { lastLines } from '../last-lines.ts';
import { lastTrouble } from '../last-trouble.ts';
import { look, seen, unseen } from '../look.ts';
import type { Subject } from '../subject.ts';
import { failedTasks, taskEnd } from '../task-end.ts';
import type { OurDeployment } from './our-deployment.ts';

/** Why a deployment failed, in lines: its newest stopped task, how its containers ended, and the last they wrote. */
export async function failureEvidence(
	aws: Aws,
	subject: Subject,
	ours: Pick<OurDeployment, 'deploymentId' | 'createdAt'>,
	service: Service | undefined,
): Promise<readonly string[]> {
	const { clusterArn, serviceName, region } = subject;
	const stopped = await look(aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' }));
	const [task] = failedTasks(seen(stopped) ?? [], ours.deploymentId);
	if (!task) {
		const hidden = unseen('stopped tasks', stopped);
		// ECS may not even have been able to start one.
		return [...(hidden === undefined ? [] : [hidden]), ...lastTrouble(service, ours.createdAt)];
	}
	return [
		`Its newest stopped task, ${shortTaskId(task.taskArn)}: ${taskEnd(task)}`,
		...(await lastLines(aws, region, task)),
	];
}
