import { expect, test } from 'vitest';
import { targetType } from '../../../src/diagnosis/rules/target-type.ts';
import { checkout } from '../checkout.ts';
import { aGroup, checkedDefinition, definitions, GROUP } from '../failing-checks.ts';

const loadBalancers = [{ targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 }];
const service = checkout({ loadBalancers });
const taskDefinitions = definitions(checkedDefinition());

test('tasks with addresses of their own in a group of instances', () => {
	const targetGroups = [aGroup({ targetType: 'instance' })];
	expect(targetType({ service, taskDefinitions, targetGroups })).toMatchObject([
		{
			id: 'x-target-type',
			severity: 'warning',
			sentence: 'checkout-tg takes targets by instance, but tasks in network mode awsvpc are targets by ip',
		},
	]);
	const short = checkout({ loadBalancers, runningCount: 1 });
	expect(targetType({ service: short, taskDefinitions, targetGroups })[0]?.severity).toBe('high');
});

test('tasks on the addresses of their hosts in a group of addresses', () => {
	const bridge = definitions({ ...checkedDefinition(), networkMode: 'bridge' });
	expect(targetType({ service, taskDefinitions: bridge, targetGroups: [aGroup()] })[0]?.sentence).toBe(
		'checkout-tg takes targets by ip, but tasks in network mode bridge are targets by instance',
	);
});

test('is silent of what fits, of groups of others, and of what was not read', () => {
	expect(targetType({ service, taskDefinitions, targetGroups: [aGroup()] })).toEqual([]);
	const instance = aGroup({ targetType: 'instance' });
	expect(targetType({ service: checkout(), taskDefinitions, targetGroups: [instance] })).toEqual([]);
	expect(targetType({ service, targetGroups: [instance] })).toEqual([]);
	expect(targetType({ service, taskDefinitions })).toEqual([]);
	const { targetType: _, ...untold } = instance;
	expect(targetType({ service, taskDefinitions, targetGroups: [untold] })).toEqual([]);
});
