import { expect, test } from 'vitest';
import { faultRuleSchema, faultsFor } from '../../../src/drydock/wire/fault-rule.ts';

test('rules match one operation, a service, or all', () => {
	const rules = [
		{ operation: 'logs:*', throttled: 1 },
		{ operation: 'ecs:ListTasks', reset: 0.5 },
		{ operation: '*', latencyMs: 50 },
	];
	expect(faultsFor(rules, 'ecs', 'ListTasks')).toEqual({ reset: 0.5, latencyMs: 50 });
	expect(faultsFor(rules, 'ecs', 'ListServices')).toEqual({ latencyMs: 50 });
	expect(faultsFor(rules, 'logs', 'FilterLogEvents')).toEqual({ throttled: 1, latencyMs: 50 });
});

test('a later rule goes before an earlier one, property by property', () => {
	const rules = [
		{ operation: '*', latencyMs: 50, throttled: 0.1 },
		{ operation: 'ecs:*', throttled: 0 },
	];
	expect(faultsFor(rules, 'ecs', 'ListTasks')).toEqual({ latencyMs: 50, throttled: 0 });
});

test.each([
	[{ operation: 'rds:DescribeDBInstances' }, 'must be "*"'],
	[{ operation: '*', throttled: 2 }, 'expected number to be <=1'],
	[{ operation: '*', latency: 50 }, 'Unrecognized key: "latency"'],
	[{ latencyMs: 50 }, 'expected string, received undefined'],
])('%j is refused', (rule, message) => {
	const parsed = faultRuleSchema.safeParse(rule);
	expect(parsed.error?.issues).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
});
