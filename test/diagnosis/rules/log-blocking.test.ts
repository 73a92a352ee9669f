import { expect, test } from 'vitest';
import { logBlocking } from '../../../src/diagnosis/rules/log-blocking.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { checkout, NOW } from '../checkout.ts';
import { checkedDefinition, definitions, unhealthyTask } from '../failing-checks.ts';
import { documented } from '../start-failing.ts';

const service = checkout();
const withMode = (options: Readonly<Record<string, string>>, logDriver = 'awslogs') => {
	const { document } = documented({ logConfiguration: { logDriver, options } });
	return definitions({ ...checkedDefinition(), document });
};
const find = (taskDefinitions: ReturnType<typeof definitions>, tasks = [unhealthyTask('a')]) =>
	logBlocking({ service, tasks, taskDefinitions }, NOW)[0];

test('an unhealthy container that waits for its log may be unhealthy of that', () => {
	expect(find(withMode({ mode: 'blocking' }))).toMatchObject({
		id: 'x-log-blocking',
		severity: 'warning',
		confidence: 'low',
		sentence: 'app may fail its health check because it waits to write its log: awslogs is in blocking mode',
	});
});

test('is silent of other modes and drivers, of what is well, and of what was not read', () => {
	expect(find(withMode({ mode: 'non-blocking' }))).toBeUndefined();
	expect(find(withMode({}))).toBeUndefined();
	expect(find(withMode({ mode: 'blocking' }, 'splunk'))).toBeUndefined();
	expect(find(withMode({ mode: 'blocking' }), [aTask('checkout', 'well')])).toBeUndefined();
	expect(find(undefined)).toBeUndefined();
});
