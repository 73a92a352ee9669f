import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { portMismatch } from '../../../src/diagnosis/rules/port-mismatch.ts';
import { ago, checkout, died, NOW } from '../checkout.ts';
import { aGroup, checkedDefinition, definitions, GROUP, killed, said } from '../failing-checks.ts';

const TASK = killed('container', 1, 30);
const BALANCER = { targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 };
const evidence: Evidence = {
	service: checkout(),
	tasks: [TASK],
	taskDefinitions: definitions(checkedDefinition()),
	lastLines: said(TASK, [1, 'starting checkout'], [7, 'listening on 0.0.0.0:8081']),
};
const find = (changes: Partial<Evidence> = {}) => portMismatch({ ...evidence, ...changes }, NOW)[0];

test('names both ports, by what the app said and what its check asks', () => {
	expect(find()).toMatchObject({
		id: 'x-port-mismatch',
		severity: 'high',
		confidence: 'high',
		sentence: 'app listens on 8081, but its health check asks port 8080',
		since: ago(1),
		evidence: [
			{ text: 'task killed said: listening on 0.0.0.0:8081', place: { kind: 'log', taskArn: TASK.taskArn } },
			{ text: 'app is checked by: curl -f http://localhost:8080/healthz || exit 1' },
		],
		next: [{ text: 'Let app listen on 8080, or change what asks it to 8081' }],
	});
});

test('names the load balancer, too, where it asks the wrong port', () => {
	const service = checkout({ loadBalancers: [BALANCER] });
	expect(find({ service })?.sentence).toBe(
		'app listens on 8081, but its health check and the load balancer ask port 8080',
	);
	expect(find({ service, targetGroups: [aGroup({ healthCheckPort: '8081' })] })?.sentence).toBe(
		'app listens on 8081, but its health check asks port 8080',
	);
});

test('finds it for a load balancer alone', () => {
	const task = killed('load balancer', 1, 60);
	const definition = checkedDefinition({ command: ['CMD', '/app/check'] });
	const found = find({
		service: checkout({ loadBalancers: [BALANCER] }),
		tasks: [task],
		taskDefinitions: definitions(definition),
		lastLines: said(task, [7, 'listening on 0.0.0.0:8081']),
	});
	expect(found?.sentence).toBe('app listens on 8081, but the load balancer asks port 8080');
});

test('several tasks are one finding, since the first of them', () => {
	const tasks = [TASK, killed('container', 4, 30)];
	const lines = tasks.map((task) => said(task, [7, 'listening on 0.0.0.0:8081']));
	const found = portMismatch({ ...evidence, tasks, lastLines: { ...lines[0], ...lines[1] } }, NOW);
	expect(found.map(({ since }) => since)).toEqual([ago(4)]);
});

test('takes the loop of such kills in, but none in which tasks end of something else', () => {
	expect(find()?.explains).toContain('x-crash-loop');
	expect(find({ tasks: [TASK, died(2)] })?.explains).not.toContain('x-crash-loop');
});

describe('finds nothing', () => {
	test('where it listens on the port that is asked, among others', () => {
		expect(find({ lastLines: said(TASK, [7, 'listening on :8080']) })).toBeUndefined();
		expect(find({ lastLines: said(TASK, [7, 'listening on :8080'], [8, 'listening on :8081']) })).toBeUndefined();
	});

	test('where another container listens elsewhere', () => {
		const definition = checkedDefinition();
		const [app, agent] = definition.containerDefinitions;
		const containerDefinitions = app && agent ? [{ ...app, name: 'web' }, agent] : [];
		expect(find({ taskDefinitions: definitions({ ...definition, containerDefinitions }) })).toBeUndefined();
	});

	test('where no task failed a check, or long ago', () => {
		expect(find({ tasks: [died(1)] })).toBeUndefined();
		expect(find({ tasks: [killed('container', 30, 30)] })).toBeUndefined();
	});

	test('of a deployment that is gone', () => {
		expect(find({ tasks: [{ ...TASK, startedBy: 'ecs-svc/old' }] })).toBeUndefined();
	});

	test('where the log, the task definition or the tasks were not read', () => {
		expect(find({ lastLines: undefined })).toBeUndefined();
		expect(find({ lastLines: said(TASK) })).toBeUndefined();
		expect(find({ taskDefinitions: undefined })).toBeUndefined();
		expect(find({ tasks: undefined })).toBeUndefined();
	});
});
