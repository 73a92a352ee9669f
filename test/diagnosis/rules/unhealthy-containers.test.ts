import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { unhealthyContainers } from '../../../src/diagnosis/rules/unhealthy-containers.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { serviceArn, taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { checkedDefinition, definitions, unhealthyTask } from '../failing-checks.ts';

const find = (evidence: Partial<Evidence>) => unhealthyContainers({ service: checkout(), ...evidence }, NOW)[0];

describe('every running task of a revision', () => {
	const tasks = [unhealthyTask('3f2a1b'), unhealthyTask('9c01de')];

	test('is critical: it is the revision', () => {
		expect(find({ tasks })).toMatchObject({
			id: 'container-healthcheck-failed',
			severity: 'critical',
			sentence: 'app fails its health check on every task of :43',
			serviceArns: [serviceArn('checkout')],
			evidence: [
				{ text: 'task 3f2a1b: app is UNHEALTHY', api: 'ecs:DescribeTasks', place: { kind: 'task' } },
				{ text: 'task 9c01de: app is UNHEALTHY' },
			],
		});
	});

	test('also beside healthy ones of the revision before; then there is a way back', () => {
		const before = aTask('checkout', 'old', { taskDefinitionArn: taskDefinitionArn('checkout', 42) });
		const old = { ...checkout().deployments[0], id: 'ecs-svc/old', status: 'ACTIVE', createdAt: ago(900) };
		const [primary] = checkout({}, { rolloutState: 'IN_PROGRESS', createdAt: ago(6) }).deployments;
		const deployments = [primary, { ...old, taskDefinition: taskDefinitionArn('checkout', 42) }];
		const service = checkout({ deployments: deployments as NonNullable<(typeof deployments)[0]>[] & [] });
		const found = find({ service, tasks: [...tasks, before] });
		expect(found?.sentence).toBe('app fails its health check on every task of :43');
		expect(found?.next.at(-1)).toEqual({
			text: 'Roll back to :42',
			binding: 'act.rollback',
			command: 'deckwatch rollback checkout --to 42',
		});
	});

	test('of an old rollout gives no advice to roll back', () => {
		expect(find({ tasks })?.next.map(({ binding }) => binding)).toEqual(['open.health']);
	});
});

test('one of several is a warning; half of them are worse, and so is one that is missed', () => {
	const well = [aTask('checkout', 'a'), aTask('checkout', 'b')];
	expect(find({ tasks: [unhealthyTask('c'), ...well] })).toMatchObject({
		severity: 'warning',
		sentence: 'app fails its health check on 1 of 3 tasks',
	});
	expect(find({ tasks: [unhealthyTask('c'), unhealthyTask('d'), ...well] })?.severity).toBe('high');
	const service = checkout({ runningCount: 3 });
	expect(find({ service, tasks: [unhealthyTask('c'), ...well] })?.severity).toBe('high');
});

test('names the check where the task definition was read, and when the status was seen to turn', () => {
	const task = unhealthyTask('3f2a1b');
	const flip = { at: ago(2), serviceArn: serviceArn('checkout'), before: 'HEALTHY', after: 'UNHEALTHY' };
	const found = find({
		tasks: [task],
		taskDefinitions: definitions(checkedDefinition()),
		flips: [{ ...flip, kind: 'container', taskArn: task.taskArn, container: 'app' }],
	});
	expect(found).toMatchObject({ since: ago(2), evidence: [{ at: ago(2) }, { api: 'ecs:DescribeTaskDefinition' }] });
	expect(found?.evidence[1]?.text).toBe(
		'app: curl -f http://localhost:8080/healthz || exit 1, every 10s, timeout 5s; unhealthy after 2',
	);
	expect(found).not.toHaveProperty('mayBeOlder');
});

test('several containers are all named', () => {
	const containers = ['app', 'proxy'].map((name) => ({ name, lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }));
	expect(find({ tasks: [unhealthyTask('c', { containers })] })?.sentence).toBe(
		'app, proxy fail their health checks on every task of :43',
	);
});

test('a task that has stopped, or of which nothing is known, fails nobody', () => {
	expect(find({})).toBeUndefined();
	expect(find({ tasks: [unhealthyTask('c', { lastStatus: 'STOPPED' })] })).toBeUndefined();
	expect(find({ tasks: [aTask('checkout', 'a', { healthStatus: 'UNKNOWN' })] })).toBeUndefined();
});
