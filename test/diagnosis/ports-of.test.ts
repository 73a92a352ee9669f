import { expect, test } from 'vitest';
import { portAskedBy, portsListenedOn } from '../../src/diagnosis/ports-of.ts';
import { aTask } from '../fixtures/a-service.ts';
import { NOW } from './checkout.ts';
import { said } from './failing-checks.ts';

const task = aTask('checkout', 'a', { startedAt: NOW });
const ports = (...texts: readonly string[]) => {
	const lines = said(task, ...texts.map((text) => [1, text] as const))?.[task.taskArn] ?? [];
	return portsListenedOn(lines).map(({ port }) => port);
};

test.each([
	['{"level":"info","msg":"listening on 0.0.0.0:8081"}', 8081],
	['[2026-11-20 12:00:01 +0000] [1] [INFO] Listening at: http://0.0.0.0:8000 (1)', 8000],
	['* Listening on http://0.0.0.0:3000', 3000],
	['INFO:     Uvicorn running on http://0.0.0.0:8081 (Press CTRL+C to quit)', 8081],
	['Tomcat started on port(s): 8081 (http) with context path', 8081],
	['Tomcat started on port 8081 (http)', 8081],
	['Now listening on: http://[::]:8080', 8080],
	['server listening on port 4000', 4000],
	['listening on :9000', 9000],
])('%s', (text, port) => {
	expect(ports(text)).toEqual([port]);
});

test('what is listened on beside the requests, or only connected to, is no port of the service', () => {
	expect(ports('metrics listening on :9090', 'Debugger listening on ws://127.0.0.1:9229/abc')).toEqual([]);
	expect(ports('connected to orders-db.shop.internal:5432', 'GET /listening 200 in 12:30')).toEqual([]);
	expect(ports('listening on 0.0.0.0:8081', 'listening on [::]:8081')).toEqual([8081]);
});

test.each([
	['curl -f http://localhost:8080/healthz || exit 1', 8080],
	['wget -qO- http://127.0.0.1:3000', 3000],
	['curl -f http://localhost/ || exit 1', 80],
	['curl -kf https://localhost/healthz', 443],
	['nc -z localhost 6379', 6379],
	['curl -f http://[::1]:8080/', 8080],
])('asks a port: %s', (command, port) => {
	expect(portAskedBy(['CMD-SHELL', command])).toBe(port);
});

test('a command that asks elsewhere, or nothing, asks no port of its own', () => {
	expect(portAskedBy(['CMD', 'agent', 'health'])).toBeUndefined();
	expect(portAskedBy(['CMD-SHELL', 'curl -f http://example.com:8080/'])).toBeUndefined();
	expect(portAskedBy(['CMD-SHELL', 'curl -f http://localhost:$PORT/'])).toBeUndefined();
});
