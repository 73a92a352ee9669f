import { describe, expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { HOUR, MINUTE } from '../../../../src/drydock/world/clock.ts';
import { instancesOf } from '../../../../src/drydock/world/placement/instances-of.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { newsOf, serviceNamed, smallShop, taskOf, tasks, the } from '../small-shop.ts';

/** `cart` with the launch type EC2 on instances of m5.large (2,048 CPU units, 7,680 MiB), in zones a, c and d. */
function shopOn(instances: number, cart: string, more: readonly string[] = []): World {
	return smallShop({
		services: [`{ name: cart, launchType: EC2, ${cart} }`, ...more],
		instances: [`{ name: ecs, type: m5.large, desired: ${instances} }`],
	});
}

/** How many tasks each instance has, in the order in which the instances registered. */
function counts(world: World, name = 'cart'): number[] {
	return instancesOf(world, the([...world.clusters.values()][0])).map(
		({ containerInstanceArn }) =>
			tasks(world, name).filter((task) => task.containerInstanceArn === containerInstanceArn).length,
	);
}

function growTo(world: World, count: number, name = 'cart'): void {
	setDesiredCount(world, serviceNamed(world, name), count);
	advanceBy(world, MINUTE);
}

describe('where tasks go', () => {
	test('over the zones and instances evenly, when nothing else is said', () => {
		const world = shopOn(4, 'tasks: 0');
		growTo(world, 6);
		// The fourth instance is in the zone of the first.
		expect(counts(world)).toEqual([1, 2, 2, 1]);
	});

	test('packed by memory they fill one instance after the other', () => {
		const world = shopOn(3, "tasks: 0, memory: 2560, placementStrategy: ['binpack(memory)']");
		growTo(world, 4);
		expect(counts(world)).toEqual([3, 1, 0]);
	});

	test('at random the seed decides', () => {
		const at = (seed: number) => {
			const world = smallShop({
				services: ['{ name: cart, launchType: EC2, tasks: 0, cpu: 10, memory: 256, placementStrategy: [random] }'],
				instances: ['{ name: ecs, type: m5.large, desired: 3 }'],
				seed,
			});
			growTo(world, 30);
			return counts(world);
		};
		expect(at(1)).toEqual(at(1));
		expect(at(1)).not.toEqual(at(2));
	});

	test('distinctInstance puts one on each and leaves the rest out', () => {
		const world = shopOn(2, 'tasks: 0, placementConstraints: [distinctInstance]');
		growTo(world, 3);
		expect(counts(world)).toEqual([1, 1]);
		expect(newsOf(world, 'cart').at(-1)).toMatch(
			/encountered error "DistinctInstance placement constraint unsatisfied\."\. For more information/,
		);
	});

	test('memberOf keeps to the instances of its expression', () => {
		const zone = "placementConstraints: ['memberOf(attribute:ecs.availability-zone == ap-northeast-1c)']";
		const world = shopOn(3, `tasks: 0, ${zone}`);
		growTo(world, 2);
		expect(counts(world)).toEqual([0, 2, 0]);
	});

	test('a task has a port of its host for each of its own, or its very port, or an interface', () => {
		const world = shopOn(1, 'tasks: 2', [
			'{ name: web, launchType: EC2, tasks: 1, port: 80, hostPort: 80 }',
			'{ name: agent, launchType: EC2, tasks: 1, port: 8125, networkMode: host }',
			'{ name: own, launchType: EC2, tasks: 1, networkMode: awsvpc }',
		]);
		const hostPorts = (name: string) =>
			tasks(world, name).flatMap(({ portBindings }) => portBindings.map(({ hostPort }) => hostPort));
		expect(hostPorts('cart')).toEqual([32_768, 32_769]);
		expect(hostPorts('web')).toEqual([80]);
		expect(hostPorts('agent')).toEqual([8125]);
		expect(hostPorts('own')).toEqual([]);
		expect(taskOf(world, 'own').networkInterface?.privateIpv4Address).toMatch(/^10\./);
		expect(taskOf(world, 'own').availabilityZone).toBe('ap-northeast-1a');
	});

	test('a target group of instances knows a task by its instance and its port', () => {
		const world = shopOn(1, 'tasks: 2, loadBalancer: /healthz');
		const [group] = world.targetGroups.values();
		const [instance] = world.ec2Instances.keys();
		expect([...the(group).targets.keys()]).toEqual([`${instance}:32768`, `${instance}:32769`]);
		growTo(world, 3);
		advanceBy(world, MINUTE);
		expect([...the(group).targets.values()].map(({ state }) => state)).toEqual(['healthy', 'healthy', 'healthy']);
	});
});

describe('a task that finds no place', () => {
	const CANNOT = 'was unable to place a task because no container instance met all of its requirements.';
	const GUIDE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';

	test.each([
		['cpu: 1500', 'has insufficient CPU units available.'],
		['memory: 5000', 'has insufficient memory available.'],
		['hostPort: 80', 'is already using a port required by your task.'],
		['networkMode: host', 'is already using a port required by your task.'],
		['architecture: ARM64', 'is missing an attribute required by your task.'],
		[
			"placementConstraints: ['memberOf(attribute:stack == prod)']",
			'encountered error "MemberOf placement constraint unsatisfied.".',
		],
	])('%s: the event says that the closest instance %s', (cart, reason) => {
		const world = shopOn(1, `tasks: 0, ${cart}`);
		growTo(world, 2);
		const [instance] = world.containerInstances.values();
		const closest = `The closest matching (container-instance ${the(instance).id})`;
		expect(newsOf(world, 'cart')).toContain(`${CANNOT} ${closest} ${reason} ${GUIDE}`);
	});

	test('an instance has as many tasks with an interface as it has interfaces beside its own', () => {
		const world = shopOn(1, 'tasks: 0, networkMode: awsvpc');
		growTo(world, 3);
		expect(counts(world)).toEqual([2]);
		expect(newsOf(world, 'cart').at(-1)).toContain('encountered error "RESOURCE:ENI".');
	});

	test('where no instance is registered, that is said', () => {
		const world = shopOn(0, 'tasks: 0');
		growTo(world, 1);
		expect(newsOf(world, 'cart')).toEqual([
			`${CANNOT} Reason: No Container Instances were found in your cluster. ${GUIDE}`,
		]);
	});

	test('is tried again and again, told of every six hours, and placed as soon as there is room', () => {
		const world = shopOn(1, 'tasks: 0, memory: 5000', ['{ name: hog, launchType: EC2, tasks: 1, memory: 4000 }']);
		growTo(world, 1);
		advanceBy(world, 5 * HOUR);
		const told = () => newsOf(world, 'cart').filter((text) => text.startsWith(CANNOT)).length;
		expect(told()).toBe(1);
		advanceBy(world, 2 * HOUR);
		expect(told()).toBe(2);
		setDesiredCount(world, serviceNamed(world, 'hog'), 0);
		advanceBy(world, 3 * MINUTE);
		expect(tasks(world, 'cart').map(({ lastStatus }) => lastStatus)).toEqual(['RUNNING']);
	});

	test('the same cause is news again when it was resolved meanwhile', () => {
		const world = shopOn(1, 'tasks: 1, memory: 5000');
		for (const count of [2, 1, 2]) growTo(world, count);
		expect(newsOf(world, 'cart').filter((text) => text.startsWith(CANNOT))).toHaveLength(2);
	});
});
