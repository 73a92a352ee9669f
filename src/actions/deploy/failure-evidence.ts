import type { Aws } from '../../aws/aws.ts';
import { shortTaskId } from '../../model/arn.ts';
import { lastLines } from '../last-lines.ts';
import { look, seen } from '../look.ts';
import type { Subject } from '../subject.ts';
import { taskEnd } from '../task-end.ts';

/** ECS takes the rest of a failed deployment away with these words: they are not why it failed. */
const SCALED_IN = /^Scaling activity initiated by/u;

/** Why a deployment failed, in lines: its newest stopped task, how its containers ended, and the last they wrote. */
export async function failureEvidence(aws: Aws, subject: Subject, deploymentId: string): Promise<readonly string[]> {
	const { clusterArn, serviceName, region } = subject;
	const stopped = seen(await look(aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' })));
	const [task] = (stopped ?? [])
		.filter((one) => one.startedBy === deploymentId && !SCALED_IN.test(one.stoppedReason ?? ''))
		.toSorted((a, b) => (b.stoppedAt ?? 0) - (a.stoppedAt ?? 0));
	if (!task) return [];
	return [
		`Its newest stopped task, ${shortTaskId(task.taskArn)}: ${taskEnd(task)}`,
		...(await lastLines(aws, region, task)),
	];
}
