import { shortTaskId } from '../../model/arn.ts';
import { duration } from '../../model/duration.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { containersOf } from '../document-of.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding } from '../finding.ts';

/** ECS gives up a start after about so long (aws/containers-roadmap issue 2379). */
const PATIENCE = 3 * MINUTE;

type Waiting = { readonly task: Task; readonly waits: string; readonly for: string; readonly hasCheck: boolean };

/** x-pending-dependency: a task does not start because one container waits for another one to become healthy. */
export function pendingDependency(evidence: Evidence, now: number): readonly Finding[] {
	const { service, tasks = [], taskDefinitions = {} } = evidence;
	const late = tasks.filter(
		({ lastStatus, createdAt }) =>
			(lastStatus === 'PENDING' || lastStatus === 'ACTIVATING') &&
			createdAt !== undefined &&
			now - createdAt > PATIENCE,
	);
	const waiting = late.flatMap((task) => {
		const found = waitsFor(task, taskDefinitions[task.taskDefinitionArn]);
		return found ? [found] : [];
	});
	const [first] = waiting;
	if (!first) return [];
	const never = first.hasCheck ? '' : ', which has no health check: that never comes';
	const since = Math.min(...waiting.map(({ task }) => task.createdAt ?? now));
	return [
		aboutService(service, {
			id: 'x-pending-dependency',
			severity: 'high',
			confidence: 'high',
			sentence: `${first.waits} waits for ${first.for} to become healthy${never}; ${waiting.length === 1 ? 'a task does' : `${waiting.length} tasks do`} not start`,
			since,
			evidence: waiting.map(({ task, ...one }) => {
				const status = task.containers.find(({ name }) => name === one.for)?.healthStatus ?? 'not known';
				return {
					text: `task ${shortTaskId(task.taskArn)} ${task.lastStatus} for ${duration(now - (task.createdAt ?? now))}, health of ${one.for}: ${status}`,
					api: 'ecs:DescribeTasks',
					...(task.createdAt !== undefined && { at: task.createdAt }),
					place: { kind: 'task', taskArn: task.taskArn },
				};
			}),
			ruledOut: ['Not a lack of capacity: the task has been placed'],
			next: [
				first.hasCheck
					? {
							text: `See why ${first.for} does not become healthy`,
							binding: 'open.health',
							command: `deckwatch health ${service.serviceName}`,
						}
					: { text: `Give ${first.for} a health check, or let ${first.waits} wait for START` },
			],
			explains: ['x-desired-gap'],
		}),
	];
}

function waitsFor(task: Task, definition: TaskDefinition | undefined): Waiting | undefined {
	for (const { name: waits, dependsOn } of containersOf(definition)) {
		for (const { containerName, condition } of dependsOn) {
			const wanted = definition?.containerDefinitions.find(({ name }) => name === containerName);
			if (condition !== 'HEALTHY' || !wanted) continue;
			const hasCheck = wanted.healthCheck !== undefined;
			const { lastStatus, healthStatus } = task.containers.find(({ name }) => name === containerName) ?? {};
			// One that is not started yet is not late: its image may be on its way.
			if (healthStatus === 'HEALTHY' || (hasCheck && lastStatus === 'PENDING')) continue;
			return { task, waits, for: wanted.name, hasCheck };
		}
	}
	return undefined;
}
