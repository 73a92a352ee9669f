import { expect, test } from 'vitest';
import { checkout } from '../checkout.ts';
import { advice, deaths, definition, found, texts } from '../found.ts';

const AGENT = { name: 'datadog-agent', cpu: 10, memoryReservation: 256 };
const loadBalancers = [{ targetGroupArn: 'arn', containerName: 'app', containerPort: 8080 }];
const KILLED = {
	stopCode: 'ServiceSchedulerInitiated',
	stoppedReason: 'Task failed container health checks',
	containers: [
		{ name: 'app', lastStatus: 'STOPPED', healthStatus: 'HEALTHY', exitCode: 143 },
		{ name: 'datadog-agent', lastStatus: 'STOPPED', healthStatus: 'UNHEALTHY', exitCode: 137 },
	],
};
const taskDefinitions = definition(43, [{ name: 'app', cpu: 512 }, AGENT]);

test('names the sidecar, and clears the application', () => {
	const all = found({ service: checkout({ loadBalancers }), tasks: deaths([1, 4, 8], 60, KILLED), taskDefinitions });
	const [[id, finding] = []] = Object.entries(all);
	expect(id).toBe('x-sidecar-took-task-down');
	expect(finding).toMatchObject({
		severity: 'critical',
		sentence: 'datadog-agent takes app down with it: failed its container health check; 3 tasks died of it in 15 min',
		ruledOut: expect.arrayContaining(['Not app: it was only stopped with its task']),
	});
	expect(texts(finding)[0]).toBe('datadog-agent: essential, cpu 10, memory 256 MiB');
	expect(advice(finding)[0]).toMatch(/^Make datadog-agent not essential/u);
	expect(all).not.toHaveProperty('container-healthcheck-failed');
	expect(all).not.toHaveProperty('x-crash-loop');
});

test('an application that ends its task is no sidecar', () => {
	const containers = KILLED.containers.map(({ name }) => ({
		name,
		lastStatus: 'STOPPED',
		exitCode: name === 'app' ? 1 : 143,
	}));
	const tasks = deaths([1, 4, 8], 60, { containers });
	expect(found({ service: checkout({ loadBalancers }), tasks, taskDefinitions })).not.toHaveProperty(
		'x-sidecar-took-task-down',
	);
});

test('which one is the sidecar is not guessed', () => {
	const alike = definition(43, [
		{ name: 'app', cpu: 64 },
		{ ...AGENT, memoryReservation: 64 },
	]);
	const tasks = deaths([1, 4, 8], 60, KILLED);
	expect(found({ service: checkout(), tasks, taskDefinitions: alike })).not.toHaveProperty('x-sidecar-took-task-down');
	expect(
		found({ service: checkout(), tasks, taskDefinitions: definition(43, [{ name: 'app', memory: 2048 }, AGENT]) }),
	).toHaveProperty('x-sidecar-took-task-down');
});
