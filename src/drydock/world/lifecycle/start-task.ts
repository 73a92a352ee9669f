import { after } from '../advance.ts';
import { behaviourOf } from '../behaviour.ts';
import { SECOND } from '../clock.ts';
import { between, digits } from '../random.ts';
import { pullErrorOf } from '../registry.ts';
import type { TaskState, TaskStatus } from '../task.ts';
import type { World } from '../world.ts';
import { awaitPlace } from './await-place.ts';
import { planExit } from './container-exit.ts';
import { startProbing } from './container-health.ts';
import { initializationFailureOf, unreachableImage } from './initialize-task.ts';
import { imageDigest } from './image-digest.ts';
import { serviceOf } from './service-of.ts';
import { stopTask } from './stop-task.ts';
import { registerTargets } from './target-registration.ts';
import { moveTo, taskChanged } from './task-changed.ts';
import { taskDefinitionOf } from './task-definition-of.ts';

/** A task without health check and load balancer counts as healthy 40 s after RUNNING (ECS API reference, minimumHealthyPercent). */
export const COUNTS_AS_HEALTHY_AFTER = 40 * SECOND;

/**
 * Walks a new task up to RUNNING. The durations are what Fargate usually takes; AWS promises none. On an instance a task
 * without an interface of its own has nothing to wait for before PENDING.
 */
export function startTask(world: World, task: TaskState): void {
	const { random } = world;
	if (task.awaits) return awaitPlace(world, task, task.awaits, () => startTask(world, task));
	if (task.containerInstanceArn !== undefined && task.subnetId === undefined) return startPending(world, task);
	whileStarting(world, task, 'PROVISIONING', between(random, 9, 16), () => {
		if (task.subnetId !== undefined && !task.networkInterface) return failWithoutAddress(world, task, task.subnetId);
		if (task.networkInterface) task.networkInterface.status = 'ATTACHED';
		startPending(world, task);
	});
}

function startPending(world: World, task: TaskState): void {
	task.connectivity = 'CONNECTED';
	task.connectivityAt = world.clock.now;
	moveTo(world, task, 'PENDING');
	whileStarting(world, task, 'PENDING', between(world.random, 2, 5), () => initialize(world, task));
}

/** The wording is ECS's (developer guide, stopped task error messages) with EC2's error code behind it. */
function failWithoutAddress(world: World, task: TaskState, subnetId: string): void {
	const { settings } = serviceOf(world, task) ?? {};
	const isPublic = settings?.networkConfiguration?.awsvpcConfiguration.assignPublicIp === 'ENABLED';
	const what = `Create Network Interface with public IP assignment ${isPublic ? 'enabled' : 'disabled'} in subnet`;
	stopTask(world, task, {
		stopCode: 'TaskFailedToStart',
		stoppedReason: `Unexpected EC2 error while attempting to ${what} '${subnetId}': InsufficientFreeAddressesInSubnet`,
	});
}

/** Does `then` after `seconds`, unless the task has been stopped meanwhile. */
function whileStarting(world: World, task: TaskState, status: TaskStatus, seconds: number, then: () => void): void {
	after(world, seconds * SECOND, () => {
		if (task.desiredStatus === 'RUNNING' && task.lastStatus === status) then();
	});
}

/** Secrets and registry authorization: what a task needs before its images. */
function initialize(world: World, task: TaskState): void {
	const failure = initializationFailureOf(world, task);
	if (!failure) return pullImages(world, task);
	whileStarting(world, task, 'PENDING', failure.after, () => {
		stopTask(world, task, { stopCode: 'TaskFailedToStart', stoppedReason: failure.reason });
	});
}

function pullImages(world: World, task: TaskState): void {
	task.pullStartedAt = world.clock.now;
	const behaviours = task.containers.map(({ image }) => behaviourOf(world.behaviours, image));
	const megabytes = behaviours.reduce((sum, { imageMegabytes }) => sum + imageMegabytes, 0);
	const definition = taskDefinitionOf(world, task);
	const errors = task.containers.map(
		({ image }) => unreachableImage(world, task, image) ?? pullErrorOf(world, definition, image),
	);
	const reason = errors.find((error) => error !== undefined);
	const seconds = between(world.random, 2, 4) + megabytes / between(world.random, 30, 50);
	whileStarting(world, task, 'PENDING', reason === undefined ? seconds : between(world.random, 20, 40), () => {
		task.pullStoppedAt = world.clock.now;
		if (reason === undefined) return startContainers(world, task);
		for (const [index, container] of task.containers.entries()) {
			const error = errors[index];
			if (error !== undefined) container.reason = error;
		}
		stopTask(world, task, { stopCode: 'TaskFailedToStart', stoppedReason: reason });
	});
}

function startContainers(world: World, task: TaskState): void {
	whileStarting(world, task, 'PENDING', between(world.random, 1, 3), () => {
		for (const container of task.containers) {
			container.imageDigest = imageDigest(container.image);
			container.runtimeId = `${task.taskId}-${digits(world.random, 10)}`;
			container.lastStatus = 'RUNNING';
			container.startedAt = world.clock.now;
			startProbing(world, task, container);
			planExit(world, task, container);
		}
		if (registerTargets(world, task) === 0) return run(world, task);
		moveTo(world, task, 'ACTIVATING');
		whileStarting(world, task, 'ACTIVATING', between(world.random, 3, 7), () => run(world, task));
	});
}

function run(world: World, task: TaskState): void {
	task.startedAt = world.clock.now;
	moveTo(world, task, 'RUNNING');
	whileStarting(world, task, 'RUNNING', COUNTS_AS_HEALTHY_AFTER / SECOND, () => taskChanged(world, task));
}
