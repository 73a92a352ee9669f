import { expect, test } from 'vitest';
import { aTask } from '../../fixtures/a-service.ts';
import { checkout } from '../checkout.ts';
import { deaths, definition, found, texts } from '../found.ts';

const CHECK = {
	command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz'],
	interval: 30,
	timeout: 5,
	retries: 3,
	startPeriod: 0,
};
const KILLED = {
	stopCode: 'ServiceSchedulerInitiated',
	stoppedReason: 'Task failed container health checks',
	containers: [{ name: 'app', lastStatus: 'STOPPED', healthStatus: 'UNHEALTHY', exitCode: 137 }],
};

test('names the container and its command, and takes in the loop that it makes', () => {
	const all = found({
		service: checkout({ runningCount: 3 }),
		tasks: deaths([1, 4, 8], 151, KILLED),
		taskDefinitions: definition(43, [{ name: 'app', healthCheck: CHECK }]),
	});
	expect(Object.keys(all)).toEqual(['container-healthcheck-failed']);
	const finding = all['container-healthcheck-failed'];
	expect(finding).toMatchObject({
		severity: 'critical',
		sentence: 'app fails its health check; ECS killed 3 tasks for it in 15 min, 3 of 4 running',
	});
	expect(texts(finding)).toContain('its check: curl -f http://localhost:8080/healthz');
});

test('one kill that was made good is worth no more than a word; tasks that are unhealthy now are a warning', () => {
	const severity = (evidence: Parameters<typeof found>[0]) => found(evidence)['container-healthcheck-failed']?.severity;
	expect(severity({ service: checkout(), tasks: deaths([3], 151, KILLED) })).toBe('info');
	const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }];
	const unhealthy = aTask('checkout', 'a', { healthStatus: 'UNHEALTHY', containers });
	expect(severity({ service: checkout(), tasks: [unhealthy, aTask('checkout', 'b')] })).toBe('warning');
});
