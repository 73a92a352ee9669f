import { describe, expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import type { AutoScalingGroupState } from '../../../../src/drydock/world/auto-scaling-group.ts';
import { drainInstance } from '../../../../src/drydock/world/capacity/drain-instance.ts';
import { groupInstances } from '../../../../src/drydock/world/capacity/group-instances.ts';
import { reconcile, resizeGroup } from '../../../../src/drydock/world/capacity/resize-group.ts';
import { terminateInstance } from '../../../../src/drydock/world/capacity/terminate-instance.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { newsOf, serviceNamed, smallShop, taskOf, tasks, the } from '../small-shop.ts';

function shopOn(group: string, cart: string): World {
	return smallShop({
		services: [`{ name: cart, ${cart} }`],
		instances: [`{ name: ecs, type: m5.large, ${group} }`],
	});
}

const ON_EC2 = 'launchType: EC2, memory: 2048';
const MANAGED = 'capacityProvider: ec2, targetCapacity: 100';

function groupOf(world: World): AutoScalingGroupState {
	return the([...world.autoScalingGroups.values()][0]);
}

function lifecycle(world: World): string[] {
	return groupInstances(world, groupOf(world)).map(({ lifecycleState }) => lifecycleState);
}

function running(world: World): number {
	return tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
}

describe('an Auto Scaling group', () => {
	test('launches what it lacks: InService in half a minute, in the cluster some minutes later', () => {
		const world = shopOn('desired: 1, max: 3', `${ON_EC2}, tasks: 1`);
		resizeGroup(world, groupOf(world), { desiredCapacity: 2 });
		expect(lifecycle(world)).toEqual(['InService', 'Pending']);
		advanceBy(world, MINUTE);
		expect(lifecycle(world)).toEqual(['InService', 'InService']);
		expect(world.containerInstances.size).toBe(1);
		advanceBy(world, 3 * MINUTE);
		expect(world.containerInstances.size).toBe(2);
		expect(groupOf(world).activities).toMatchObject([
			{
				statusCode: 'Successful',
				cause:
					'At 2026-11-20T12:00:00Z a user request update of AutoScalingGroup constraints to min: 1, max: 3, desired: 2 changing the desired capacity from 1 to 2.  At 2026-11-20T12:00:00Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 1 to 2.',
			},
		]);
	});

	test('an instance that is terminated takes its tasks with it, and is replaced', () => {
		const world = shopOn('desired: 1', `${ON_EC2}, tasks: 1`);
		const [instance] = world.ec2Instances.values();
		const task = taskOf(world, 'cart');
		terminateInstance(world, the(instance), '');
		reconcile(world, groupOf(world));
		advanceBy(world, 3 * SECOND);
		expect(world.containerInstances.size).toBe(0);
		expect(task).toMatchObject({
			stopCode: 'TerminationNotice',
			stoppedReason: `Host EC2 (instance ${the(instance).instanceId}) terminated.`,
		});
		advanceBy(world, 6 * MINUTE);
		expect(running(world)).toBe(1);
		expect(the(instance).state).toBe('terminated');
		advanceBy(world, HOUR);
		expect(world.ec2Instances.has(the(instance).instanceId)).toBe(false);
	});

	test('with managed draining an instance goes when its tasks have been replaced', () => {
		const world = shopOn(`min: 1, desired: 2, max: 2, ${MANAGED}`, 'capacity: { ec2: 1 }, tasks: 2, memory: 1024');
		resizeGroup(world, groupOf(world), { maxSize: 1 });
		expect(lifecycle(world)).toEqual(['Terminating:Wait', 'InService']);
		for (let second = 0; second < 400; second++) {
			advanceBy(world, SECOND);
			expect(running(world)).toBeGreaterThan(1);
		}
		expect(lifecycle(world)).toEqual(['InService']);
		expect(new Set(tasks(world, 'cart').map(({ stoppedReason = '' }) => stoppedReason.slice(0, 28)))).toEqual(
			new Set(['', 'Scaling activity initiated b']),
		);
	});
});

describe('an instance that drains', () => {
	test('keeps its task as long as there is no room for another', () => {
		const world = shopOn('desired: 1', `${ON_EC2}, tasks: 1`);
		drainInstance(world, the([...world.containerInstances.values()][0]));
		advanceBy(world, 10 * MINUTE);
		expect(running(world)).toBe(1);
		expect(newsOf(world, 'cart').at(-1)).toContain('No Container Instances were found in your cluster.');
	});

	test('gives its tasks up first where half of them are enough', () => {
		const world = shopOn('desired: 1', `${ON_EC2}, tasks: 2, minimumHealthyPercent: 50, maximumPercent: 100`);
		drainInstance(world, the([...world.containerInstances.values()][0]));
		advanceBy(world, 10 * MINUTE);
		expect(running(world)).toBe(1);
	});
});

test('an instance whose agent is gone takes no task, and its tasks go on', () => {
	const world = shopOn('desired: 1', `${ON_EC2}, tasks: 1`);
	const instance = the([...world.containerInstances.values()][0]);
	instance.agentConnected = false;
	setDesiredCount(world, serviceNamed(world, 'cart'), 2);
	advanceBy(world, MINUTE);
	expect(running(world)).toBe(1);
	expect(newsOf(world, 'cart').at(-1)).toContain('encountered error "AGENT".');
	setDesiredCount(world, serviceNamed(world, 'cart'), 0);
	advanceBy(world, 5 * MINUTE);
	expect(taskOf(world, 'cart')).toMatchObject({ lastStatus: 'DEACTIVATING', desiredStatus: 'STOPPED' });
	instance.agentConnected = true;
	advanceBy(world, MINUTE);
	expect(taskOf(world, 'cart').lastStatus).toBe('STOPPED');
});

describe('managed scaling', () => {
	test('brings an instance for tasks that wait, and takes it away some time after they are gone', () => {
		const world = shopOn(`min: 1, desired: 1, max: 3, ${MANAGED}`, 'capacity: { ec2: 1 }, tasks: 1, memory: 2560');
		setDesiredCount(world, serviceNamed(world, 'cart'), 5);
		advanceBy(world, MINUTE);
		expect(tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'PROVISIONING')).toHaveLength(2);
		advanceBy(world, 5 * MINUTE);
		expect(groupOf(world).desiredCapacity).toBe(2);
		expect(groupOf(world).activities[0]?.cause).toMatch(
			/a monitor alarm TargetTracking-ecs-AlarmHigh-[-0-9a-f]{36} in state ALARM triggered policy ECSManagedAutoScalingPolicy-/,
		);
		expect(running(world)).toBe(5);
		setDesiredCount(world, serviceNamed(world, 'cart'), 1);
		advanceBy(world, 10 * MINUTE);
		expect(groupOf(world).desiredCapacity).toBe(2);
		advanceBy(world, 10 * MINUTE);
		expect(groupOf(world).desiredCapacity).toBe(1);
		expect(running(world)).toBe(1);
	});

	test('where the group is at its maximum the tasks are given up after 10 to 30 minutes', () => {
		const world = shopOn(`desired: 1, ${MANAGED}`, 'capacity: { ec2: 1 }, tasks: 2, memory: 3072');
		setDesiredCount(world, serviceNamed(world, 'cart'), 3);
		advanceBy(world, 9 * MINUTE);
		expect(taskOf(world, 'cart', 2).lastStatus).toBe('PROVISIONING');
		advanceBy(world, 25 * MINUTE);
		expect(taskOf(world, 'cart', 2)).toMatchObject({
			stopCode: 'TaskFailedToStart',
			stoppedReason: 'TaskFailedToStart: RESOURCE:MEMORY',
		});
		expect(newsOf(world, 'cart')).toContain('was unable to place a task. Reason: TaskFailedToStart: RESOURCE:MEMORY.');
	});

	test('with termination protection an instance that has a task stays', () => {
		const group = `min: 2, desired: 2, max: 2, ${MANAGED}, terminationProtection: true, draining: false`;
		const world = shopOn(group, 'capacity: { ec2: 1 }, tasks: 1, memory: 2048');
		const [busy, empty] = groupInstances(world, groupOf(world));
		expect([busy?.protectedFromScaleIn, empty?.protectedFromScaleIn]).toEqual([true, false]);
		resizeGroup(world, groupOf(world), { minSize: 1 });
		advanceBy(world, 3 * MINUTE);
		expect(groupInstances(world, groupOf(world))).toEqual([busy]);
	});
});
