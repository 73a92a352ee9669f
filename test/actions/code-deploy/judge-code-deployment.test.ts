import { describe, expect, test } from 'vitest';
import type { CodeDeploySight } from '../../../src/actions/code-deploy/code-deploy-sight.ts';
import { judgeCodeDeployment } from '../../../src/actions/code-deploy/judge-code-deployment.ts';
import type { CodeDeployment, CodeDeployTarget } from '../../../src/model/code-deploy.ts';
import type { TaskSet } from '../../../src/model/service.ts';
import { aService } from '../../fixtures/a-service.ts';

const set = { desiredCount: 4, pendingCount: 0, runningCount: 4 };
const green: TaskSet = { ...set, id: 'green', status: 'ACTIVE', taskDefinition: 'web:44', externalId: 'd-1' };
const blue: TaskSet = { ...set, id: 'blue', status: 'PRIMARY', taskDefinition: 'web:43' };

const deployment: CodeDeployment = {
	deploymentId: 'd-1',
	status: 'InProgress',
	creator: 'user',
	terminationWaitStarted: false,
	rollbackOn: ['DEPLOYMENT_FAILURE'],
};

const traffic = (toGreen: number): CodeDeployTarget => ({
	lifecycleEvents: [],
	taskSets: [
		{ ...set, id: 'green', trafficWeight: toGreen },
		{ ...set, id: 'blue', trafficWeight: 100 - toGreen },
	],
});

function judge(changes: Partial<CodeDeployment>, more: Partial<CodeDeploySight> = {}) {
	const service = aService('web', {
		taskDefinition: 'arn:aws:ecs:x:1:task-definition/web:43',
		taskSets: [green, blue],
	});
	const sight = { service, deployment: { ...deployment, ...changes }, target: { value: traffic(10) }, failedFor: 0 };
	return judgeCodeDeployment({ ...sight, ...more }, 'web:44');
}

const rollback: CodeDeployment = { ...deployment, deploymentId: 'd-2', creator: 'codeDeployRollback' };

describe('a deployment of CodeDeploy', () => {
	test.each([
		['Created', 'waiting for its turn · '],
		['Queued', 'waiting for its turn · '],
		['Ready', 'web:44 is ready: `deckwatch continue-deployment web` lets the traffic go to it · '],
	])('that is %s says so', (status, words) => {
		expect(judge({ status })).toBe(
			`${words}:44 4 of 4 running, 10 % of the traffic · :43 4 of 4 running, 90 % of the traffic`,
		);
	});

	test.each([
		['Install', 'starting the new tasks · '],
		['AllowTestTraffic', 'moving the test traffic · '],
		['AfterAllowTestTraffic', 'at AfterAllowTestTraffic · '],
	])('says what it is at: %s', (name, words) => {
		const value = { ...traffic(0), lifecycleEvents: [{ name, status: 'InProgress' }] };
		expect(judge({}, { target: { value } })).toMatch(new RegExp(`^${words}`, 'u'));
	});

	test('whose target may not be seen tells the tasks, and no traffic', () => {
		const failure = {
			kind: 'denied',
			service: 'codedeploy',
			operation: 'x',
			code: 'x',
			message: 'x',
			next: 'x',
		} as const;
		expect(judge({}, { target: { failure } })).toBe(':44 4 of 4 running · :43 4 of 4 running');
	});

	test('that has failed is waited for until its rollback is named, for a minute', () => {
		expect(judge({ status: 'Failed' })).toBe('web:44 failed: waiting for its rollback to begin');
		expect(judge({ status: 'Failed' }, { failedFor: 61_000 })).toMatchObject({ state: 'failed' });
	});

	test('that is being rolled back is not over', () => {
		expect(judge({ status: 'Failed' }, { rollback })).toBe('web:44 failed: rolling back (d-2)');
	});

	test('whose rollback has failed too says both reasons', () => {
		const failed = { ...rollback, status: 'Failed', errorMessage: 'No capacity.' };
		expect(judge({ status: 'Failed', errorMessage: 'An alarm.' }, { rollback: failed })).toMatchObject({
			state: 'failed',
			text: 'web:44 failed, and so did rolling it back (d-2).\nAn alarm.\nNo capacity.',
		});
	});

	test('that is not rolled back says where the traffic is left', () => {
		expect(judge({ status: 'Failed', rollbackOn: [] })).toMatchObject({
			text: 'web:44 failed, and was not rolled back: 10 % of the traffic is on :44, 90 % on :43.',
		});
		expect(judge({ status: 'Failed', rollbackOn: [] }, { target: { value: traffic(0) } })).toMatchObject({
			text: 'web:44 failed, and was not rolled back: web:43 serves.',
		});
	});

	test('tells the hook that failed it, and each sentence once', () => {
		const lifecycleEvents = [
			{ name: 'Install', status: 'Failed', message: 'Same.' },
			{ name: 'BeforeAllowTraffic', status: 'Failed', message: 'The function said no.' },
		];
		const target = { value: { ...traffic(0), lifecycleEvents } };
		expect(judge({ status: 'Failed', rollbackOn: [], errorMessage: 'Same.' }, { target })).toMatchObject({
			text: 'web:44 failed, and was not rolled back: web:43 serves.\nSame.\nBeforeAllowTraffic: The function said no.',
		});
	});
});
