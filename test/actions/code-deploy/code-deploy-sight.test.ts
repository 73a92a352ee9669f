import { expect, test } from 'vitest';
import { seeDeployment } from '../../../src/actions/code-deploy/code-deploy-sight.ts';
import { stageWords } from '../../../src/actions/code-deploy/stage-words.ts';
import { subjectOf } from '../../../src/actions/subject.ts';
import type { TaskSet } from '../../../src/model/service.ts';
import type { Task } from '../../../src/model/task.ts';
import { aService, aTask } from '../../fixtures/a-service.ts';
import { failing, fakeAws } from '../../store/fake-aws.ts';

const green: TaskSet = {
	id: 'ecs-svc/green',
	status: 'ACTIVE',
	taskDefinition: 'arn:aws:ecs:x:1:task-definition/web:44',
	externalId: 'd-1',
	desiredCount: 4,
	pendingCount: 1,
	runningCount: 2,
};
const service = aService('web', { taskSets: [green] });
const deployment = {
	deploymentId: 'd-1',
	status: 'InProgress',
	creator: 'user',
	terminationWaitStarted: false,
	rollbackOn: [],
};

async function words(stopped: readonly Partial<Task>[]): Promise<string> {
	const tasks = stopped.map((told, index) =>
		aTask('web', `${index}`, { startedBy: green.id, desiredStatus: 'STOPPED', lastStatus: 'STOPPED', ...told }),
	);
	const aws = fakeAws({
		describeServices: async () => [service],
		codeDeployment: async () => deployment,
		codeDeployTarget: () => Promise.reject(failing('denied')),
		tasks: async () => tasks,
	});
	const sight = await seeDeployment(aws, subjectOf(service), 'd-1');
	return stageWords({ ...sight, failedFor: 0 }, 'web:44');
}

const exited = (exitCode: number, stoppedAt: number): Partial<Task> => ({
	stopCode: 'EssentialContainerExited',
	stoppedReason: 'Essential container in task exited',
	stoppedAt,
	containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode }],
});

test('counts the new tasks that failed, and says how the last one did', async () => {
	expect(await words([exited(1, 1), exited(3, 2)])).toBe(
		':44 2 of 4 running, 1 pending · 2 of the new tasks failed, the last: exit 3',
	);
});

test('a task that the load balancer found ill has failed; who was stopped by hand or scaled in has not', async () => {
	const by = (stopCode: string, stoppedReason: string): Partial<Task> => ({ stopCode, stoppedReason, containers: [] });
	const ill = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:x)';
	expect(
		await words([
			by('UserInitiated', 'deckwatch: try again'),
			by('ServiceSchedulerInitiated', 'Scaling activity initiated by (taskset ecs-svc/green)'),
			by('ServiceSchedulerInitiated', ill),
		]),
	).toBe(
		":44 2 of 4 running, 1 pending · 1 of the new tasks failed, the last: failed its load balancer's health check",
	);
});
