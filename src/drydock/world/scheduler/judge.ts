import { SECOND } from '../clock.ts';
import type { DeploymentState } from '../deployment.ts';
import { durationBetween } from '../random.ts';
import type { ServiceState } from '../service.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { breakerOf } from './rollout-of.ts';
import { DUPLICATES_LEFT_OUT_FOR, say } from './say.ts';
import { countsAsHealthy } from './service-tasks.ts';

/** Retries of tasks that fail to start are spaced out up to 15 minutes (ECS developer guide, service throttle logic). */
const LONGEST_BACK_OFF = 900 * SECOND;

/** Decides once for each task of a deployment whether it succeeded or failed, and keeps the failure counts. */
export function judgeTasks(world: World, service: ServiceState, tasks: readonly TaskState[]): void {
	for (const task of tasks) {
		if (task.verdict) continue;
		const deployment = service.deployments.find(({ id }) => id === task.startedBy);
		if (countsAsHealthy(world, task)) succeed(service, task, deployment);
		else if (task.condemned || endedByItself(task)) fail(world, service, task, deployment);
	}
}

/** Stopped before it ever counted as healthy, and not because somebody wanted so. */
function endedByItself({ stopCode }: TaskState): boolean {
	return stopCode === 'TaskFailedToStart' || stopCode === 'EssentialContainerExited';
}

function succeed(service: ServiceState, task: TaskState, deployment: DeploymentState | undefined): void {
	task.verdict = 'healthy';
	service.scheduler.failedStarts = 0;
	service.scheduler.noStartBefore = 0;
	if (!deployment) return;
	deployment.failedTasks = 0;
	const breaker = breakerOf(service, deployment);
	const { resetOnHealthyTask = true } = service.settings.deploymentConfiguration.deploymentCircuitBreaker;
	if (breaker?.status === 'MONITORING' && resetOnHealthyTask) breaker.failureCount = 0;
}

function fail(world: World, service: ServiceState, task: TaskState, deployment: DeploymentState | undefined): void {
	task.verdict = 'failed';
	if (deployment?.rolloutState === 'IN_PROGRESS') {
		deployment.failedTasks += 1;
		deployment.updatedAt = world.clock.now;
		const breaker = breakerOf(service, deployment);
		if (breaker) breaker.failureCount += 1;
	}
	if (task.stopCode === 'TaskFailedToStart') backOff(world, service, task);
}

function backOff(world: World, service: ServiceState, task: TaskState): void {
	const { scheduler } = service;
	scheduler.failedStarts += 1;
	const wait = Math.min(LONGEST_BACK_OFF, 10 * SECOND * 2 ** Math.min(scheduler.failedStarts, 10));
	scheduler.noStartBefore = world.clock.now + durationBetween(world.random, 0.8 * wait, wait);
	if (/^(CannotPullContainerError|ResourceInitializationError|TaskFailedToStart):/.test(task.stoppedReason ?? '')) {
		say(world, service, `was unable to place a task. Reason: ${task.stoppedReason}.`, DUPLICATES_LEFT_OUT_FOR);
	}
	if (scheduler.failedStarts < 3) return;
	const guide = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';
	say(world, service, `is unable to consistently start tasks successfully. ${guide}`, DUPLICATES_LEFT_OUT_FOR);
}
