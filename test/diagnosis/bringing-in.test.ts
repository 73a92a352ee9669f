import { expect, test } from 'vitest';
import { attention } from '../../src/diagnosis/attention.ts';
import type { TaskSet } from '../../src/model/service.ts';
import { checkout, NOW } from './checkout.ts';
import { spoken } from './spoken.ts';

const set = { desiredCount: 4, pendingCount: 0, createdAt: 1 };
const green = { ...set, id: 'ecs-svc/green', taskDefinition: 'checkout:44', runningCount: 3 };
const blue = { ...set, id: 'ecs-svc/blue', taskDefinition: 'checkout:43', runningCount: 4 };

function judge(...taskSets: readonly TaskSet[]) {
	const service = checkout({ deploymentController: 'CODE_DEPLOY', deployments: [], runningCount: 7, taskSets });
	return spoken(attention({ service }, NOW));
}

test('a revision that another controller brings in stands beside the one that serves, and none is to be stopped', () => {
	expect(judge({ ...green, status: 'ACTIVE' }, { ...blue, status: 'PRIMARY' })).toEqual({
		level: 'changing',
		reason: 'checkout:44 comes in beside checkout:43: 3 of 4 running',
		since: 1,
	});
});

test('the old tasks are kept for a while, to go back to', () => {
	expect(judge({ ...green, status: 'PRIMARY' }, { ...blue, status: 'ACTIVE' }).reason).toBe(
		'checkout:44 serves, 3 of 4 running; checkout:43 is still there',
	);
});

test('what is drained is not news', () => {
	const whole = { ...green, runningCount: 4, status: 'PRIMARY' };
	expect(judge(whole, { ...blue, status: 'DRAINING' }).reason).toBe('7 running, 4 wanted; 3 to be stopped');
});
