import { expect, test } from 'vitest';
import { checkTimeout } from '../../../src/diagnosis/rules/check-timeout.ts';
import { checkout, NOW } from '../checkout.ts';
import { checkedDefinition, definitions, killed, unhealthyTask } from '../failing-checks.ts';

const service = checkout();
const of = (...command: readonly string[]) => definitions(checkedDefinition({ command, timeout: 5 }));
const find = (command: string) => checkTimeout({ service, taskDefinitions: of('CMD-SHELL', command) }, NOW)[0];

test('a command that would wait as long as the check lets it is routine until it fails', () => {
	const taskDefinitions = of('CMD-SHELL', 'curl -f -m 5 http://localhost:8080/');
	expect(checkTimeout({ service, taskDefinitions }, NOW)[0]).toMatchObject({
		id: 'x-hc-timeout-equals-command',
		severity: 'info',
		sentence: 'the check of app is cut off after 5s, but its command would wait for 5s',
	});
	const severity = (tasks: readonly ReturnType<typeof unhealthyTask>[]) =>
		checkTimeout({ service, taskDefinitions, tasks }, NOW)[0]?.severity;
	expect(severity([unhealthyTask('a')])).toBe('warning');
	expect(severity([killed('container', 2, 60)])).toBe('warning');
	expect(severity([killed('load balancer', 2, 60)])).toBe('info');
});

test.each([
	'curl -fsm 10 http://localhost/',
	'curl --max-time 7 http://localhost/',
	'wget -T 5 -qO- http://localhost/',
	'wget --timeout=30 http://localhost/',
	'nc -zw 6 localhost 80',
	'timeout 8 /app/check',
	'timeout -s KILL 8s /app/check',
])('%s', (command) => {
	expect(find(command)).toBeDefined();
});

test.each([
	'curl -f -m 4 http://localhost/',
	'curl -f http://localhost/',
	'timeout 3 curl -m 10 http://localhost/',
	'wget -qO- http://localhost/',
	'/app/check --timeout-of-nothing',
])('is in time: %s', (command) => {
	expect(find(command)).toBeUndefined();
});

test('is silent of what was not read', () => {
	expect(checkTimeout({ service }, NOW)).toEqual([]);
});
