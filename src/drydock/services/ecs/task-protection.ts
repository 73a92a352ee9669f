import type {
	GetTaskProtectionRequest,
	GetTaskProtectionResponse,
	ProtectedTask,
	UpdateTaskProtectionRequest,
	UpdateTaskProtectionResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { MINUTE } from '../../world/clock.ts';
import type { TaskState } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { findCluster } from './find-cluster.ts';
import { taskNamed } from './find-task.ts';
import { checkAtMost, invalidParameter } from './refuse.ts';

/** Two hours unless asked otherwise, up to two days (ECS API reference, UpdateTaskProtection). */
const DEFAULT_MINUTES = 120;
const MAX_MINUTES = 2880;

/** At most 100 tasks a call (ECS API reference, GetTaskProtection). @throws {AwsFault} InvalidParameterException */
export function getTaskProtection(
	world: World,
	call: Call,
	input: GetTaskProtectionRequest,
): GetTaskProtectionResponse {
	checkAtMost(100, 'tasks', input.tasks);
	const cluster = findCluster(world, call, input.cluster);
	const asked = (input.tasks ?? []).map((name) => taskNamed(world, cluster, name));
	return {
		protectedTasks: asked.flatMap(({ task }) => (task ? [protectionOf(world, task)] : [])),
		failures: asked.flatMap(({ task, arn }) => (task ? [] : [{ arn, reason: 'MISSING' }])),
	};
}

/** At most 10 tasks a call; only those of services can be protected. @throws {AwsFault} InvalidParameterException */
export function updateTaskProtection(
	world: World,
	call: Call,
	input: UpdateTaskProtectionRequest,
): UpdateTaskProtectionResponse {
	checkAtMost(10, 'tasks', input.tasks);
	const { protectionEnabled = false, expiresInMinutes = DEFAULT_MINUTES } = input;
	if (expiresInMinutes < 1 || expiresInMinutes > MAX_MINUTES) {
		throw invalidParameter(`expiresInMinutes must be between 1 and ${MAX_MINUTES}.`);
	}
	const cluster = findCluster(world, call, input.cluster);
	const response: UpdateTaskProtectionResponse & { protectedTasks: ProtectedTask[]; failures: object[] } = {
		protectedTasks: [],
		failures: [],
	};
	for (const name of input.tasks ?? []) {
		const { arn, task } = taskNamed(world, cluster, name);
		if (task?.serviceArn === undefined) {
			response.failures.push({ arn, reason: task ? 'TASK_NOT_VALID' : 'MISSING' });
			continue;
		}
		task.protectedUntil = protectionEnabled ? world.clock.now + expiresInMinutes * MINUTE : 0;
		response.protectedTasks.push(protectionOf(world, task));
	}
	return response;
}

function protectionOf({ clock }: World, { taskArn, protectedUntil = 0 }: TaskState): ProtectedTask {
	const protectionEnabled = protectedUntil > clock.now;
	return { taskArn, protectionEnabled, ...(protectionEnabled && { expirationDate: date(protectedUntil) }) };
}
