import { expect, test } from 'vitest';
import { wellBehaved, type Behaviour } from '../../../../src/drydock/world/behaviour.ts';
import type { TargetHealthCheck } from '../../../../src/drydock/world/load-balancing.ts';
import { checkTarget, nextTurn, runHealthCheck } from '../../../../src/drydock/world/lifecycle/probe.ts';

const curl = { command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz || exit 1'], timeout: 5 };
const http: TargetHealthCheck = {
	protocol: 'HTTP',
	path: '/healthz',
	port: 'traffic-port',
	intervalSeconds: 30,
	timeoutSeconds: 5,
	healthyThresholdCount: 5,
	unhealthyThresholdCount: 2,
	matcher: '200-204,302',
};
const answering = (status: number | 'timeout' | 'refused'): Behaviour => ({
	...wellBehaved,
	response: { from: 60, status },
});
const asked = { port: 8080, seconds: 100 };

test('a health check is refused until the process listens, then passes', () => {
	const behaviour = { ...wellBehaved, startSeconds: 10 };
	expect(runHealthCheck(behaviour, curl, 9)).toEqual({
		exitCode: 7,
		output: 'curl: (7) Failed to connect to localhost port 8080: Connection refused',
	});
	expect(runHealthCheck(behaviour, curl, 10).exitCode).toBe(0);
});

test('a process that listens on another port fails the command and the load balancer alike', () => {
	const behaviour = { ...wellBehaved, listensOn: 8081 };
	expect(runHealthCheck(behaviour, curl, 100).exitCode).toBe(7);
	expect(checkTarget(behaviour, http, asked)?.reason).toBe('Target.FailedHealthChecks');
	expect(runHealthCheck(behaviour, { command: ['CMD', 'wget', 'http://localhost:8081/'] }, 100).exitCode).toBe(0);
	expect(checkTarget(behaviour, { ...http, port: '8081' }, asked)).toBeUndefined();
});

test('what the process answers decides what both checks say', () => {
	expect(runHealthCheck(answering(503), curl, 100)).toEqual({
		exitCode: 22,
		output: 'curl: (22) The requested URL returned error: 503',
	});
	expect(checkTarget(answering(502), http, asked)).toEqual({
		reason: 'Target.ResponseCodeMismatch',
		description: 'Health checks failed with these codes: [502]',
	});
	expect(runHealthCheck(answering('timeout'), curl, 100).output).toBe('Health check exceeded timeout (5s)');
	expect(checkTarget(answering('timeout'), http, asked)).toEqual({
		reason: 'Target.Timeout',
		description: 'Request timed out',
	});
	expect(checkTarget(answering(503), http, { port: 8080, seconds: 59 })).toBeUndefined();
});

test('a matcher has ranges and lists', () => {
	expect(checkTarget(answering(203), http, asked)).toBeUndefined();
	expect(checkTarget(answering(302), http, asked)).toBeUndefined();
	expect(checkTarget(answering(301), http, asked)?.description).toBe('Health checks failed with these codes: [301]');
});

test('a check knows when its outcome may change next', () => {
	expect(nextTurn({ ...answering(500), startSeconds: 6 }, 0)).toBe(6);
	expect(nextTurn({ ...answering(500), startSeconds: 6 }, 6)).toBe(60);
	expect(nextTurn(wellBehaved, 60)).toBeUndefined();
});

test.each([
	['curl -f http://localhost:8080/', true],
	['wget -q -O- http://localhost:8080/ && curl http://localhost:8080/', true],
	['curl -fsS http://localhost:8080/', false],
	['curl --silent -f http://localhost:8080/', false],
	['curl -f --no-progress-meter http://localhost:8080/', false],
	['wget -q -O- http://localhost:8080/', false],
])('%s tells of its progress on stderr: %s', (command, isNoisy) => {
	const outcome = runHealthCheck(wellBehaved, { command: ['CMD-SHELL', command] }, 100);
	expect(outcome.exitCode).toBe(0);
	expect(outcome.isNoisy ?? false).toBe(isNoisy);
});
