import { expect, test } from 'vitest';
import { parseClusterQuery } from '../../../../src/drydock/world/placement/cluster-query.ts';
import { instancesOf } from '../../../../src/drydock/world/placement/instances-of.ts';
import { smallShop, the } from '../small-shop.ts';

const world = smallShop({
	services: ['{ name: cart, tasks: 2, launchType: EC2 }'],
	instances: ['{ name: ecs, type: m5.large, desired: 2 }'],
});
const [first, second] = instancesOf(world, the([...world.clusters.values()][0]));

test.each([
	['attribute:ecs.instance-type == m5.large', true],
	['attribute:ecs.instance-type != m5.large', false],
	['attribute:ecs.instance-type =~ m5.*', true],
	['attribute:ecs.instance-type =~ m5', false],
	['attribute:ecs.instance-type !~ t3.*', true],
	['attribute:ecs.availability-zone in [ap-northeast-1a, ap-northeast-1d]', true],
	['attribute:ecs.availability-zone not_in [ap-northeast-1a, ap-northeast-1d]', false],
	['attribute:ecs.availability-zone !in [ap-northeast-1c]', true],
	['attribute:stack exists', false],
	['attribute:stack !exists', true],
	['attribute:stack == prod', false],
	['attribute:ecs.capability.task-eni exists and agentConnected == true', true],
	['attribute:stack == prod or (runningTasksCount >= 1 && not(attribute:ecs.os-type == windows))', true],
	['runningTasksCount > 1', false],
	['task:group == service:cart', true],
	['not(task:group == service:cart)', false],
	['attribute:ecs.instance-type equals m5.large', true],
])('%s: %s', (expression, expected) => {
	expect(the(parseClusterQuery(expression))(world, the(first))).toBe(expected);
});

test('an instance is found by its id in EC2', () => {
	const { ec2InstanceId } = the(first);
	const isIt = the(parseClusterQuery(`ec2InstanceId in [i-0, ${ec2InstanceId}]`));
	expect([first, second].map((instance) => isIt(world, the(instance)))).toEqual([true, false]);
});

test.each([
	'',
	'attribute:stack',
	'attribute:stack ==',
	'attribute:stack = prod',
	'attribute:stack == prod and',
	'(attribute:stack == prod',
	'attribute:stack == prod)',
	'attribute:stack in prod',
	'attribute:stack in [prod',
	'attribute:stack =~ *prod',
	'colour == red',
])('%s is not understood', (expression) => {
	expect(parseClusterQuery(expression)).toBeUndefined();
});
