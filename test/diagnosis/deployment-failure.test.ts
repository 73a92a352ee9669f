import { expect, test } from 'vitest';
import type { Deployment } from '../../src/model/service.ts';
import { deploymentFailure } from '../../src/diagnosis/deployment-failure.ts';
import { runningTask, service, task } from '../fixtures/checkout.ts';

const [failing, old] = service.deployments as readonly [Deployment, Deployment];
const scaledIn = { ...task, taskArn: `${task.taskArn}1`, stoppedReason: 'Scaling activity initiated', stoppedAt: 9e15 };

test('a deployment that fails says what its newest failed task says', () => {
	expect(deploymentFailure(failing, [runningTask, task, scaledIn])).toBe(
		'newest failed task: failed its container health check (app)',
	);
});

test("tasks of other deployments say nothing of this one, and AWS's own reason comes first", () => {
	expect(deploymentFailure({ ...old, failedTasks: 1 }, [task])).toBeUndefined();
	const rolloutStateReason = 'ECS deployment circuit breaker: tasks failed to start.';
	expect(deploymentFailure({ ...failing, rolloutStateReason }, [task])).toBe(rolloutStateReason);
});

test('a deployment without failures has no words, whatever its tasks stopped for', () => {
	expect(deploymentFailure({ ...failing, failedTasks: 0 }, [task])).toBeUndefined();
});
