import { expect, test } from 'vitest';
import { parseServiceName } from '../../src/cli/service-name.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

test.each([
	['checkout', { serviceName: 'checkout' }],
	['prod/checkout', { clusterName: 'prod', serviceName: 'checkout' }],
	[
		'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout',
		{ region: 'eu-west-1', clusterName: 'prod', serviceName: 'checkout' },
	],
	['arn:aws:ecs:eu-west-1:111122223333:service/checkout', { region: 'eu-west-1', serviceName: 'checkout' }],
])('reads %s', (text, name) => {
	expect(parseServiceName(text)).toEqual(name);
});

test.each([
	'',
	'a/b/c',
	'prod/',
	'check out',
	'checkout\u001b[2J',
	'arn:aws:ecs:eu-west-1:111122223333:task/prod/3f2a1b',
	'arn:aws:sqs:eu-west-1:111122223333:service/prod/checkout',
])('refuses %j', (text) => {
	expect(() => parseServiceName(text)).toThrow(UsageError);
});
