import type { Task } from './task.ts';

/**
 * Whose health check ECS stopped a task for; undefined where it was for something else. There is no stop code for it, only
 * the reason tells (stop reasons as AWS re:Post and event logs made public quote them).
 */
export function failedCheck({
	stoppedReason = '',
}: Pick<Task, 'stoppedReason'>): 'container' | 'load balancer' | undefined {
	if (/failed container health checks/iu.test(stoppedReason)) return 'container';
	return /failed ELB health checks/iu.test(stoppedReason) ? 'load balancer' : undefined;
}
