import { describe, expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { requestsPerSecond } from '../../../src/drydock/load/requests-per-second.ts';
import { createPolicy } from '../../../src/drydock/scaling/create-policy.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, trackedService } from './tracked-service.ts';
import { the } from '../world/small-shop.ts';

describe('target tracking', () => {
	test('leaves a service alone whose CPU is near its target', () => {
		const { service, target, minutes } = trackedService();
		minutes(60);
		expect(service.desiredCount).toBe(4);
		expect(target.activities).toEqual([]);
	});

	test('scales out in proportion once three minutes lie above the target', () => {
		const { service, target, load, minutes } = trackedService();
		load(360);
		minutes(3);
		expect(service.desiredCount).toBe(4);
		minutes(3);
		expect(service.desiredCount).toBeGreaterThanOrEqual(6);
		expect(service.desiredCount).toBeLessThanOrEqual(7);
		expect(target.activities[0]).toMatchObject({
			description: `Setting desired count to ${service.desiredCount}.`,
			cause: expect.stringMatching(
				/^monitor alarm TargetTracking-service\/prod\/search-AlarmHigh-[0-9a-f-]{36} in state ALARM triggered policy search-cpu$/,
			),
		});
	});

	test('tells when the change is fulfilled', () => {
		const { target, load, minutes } = trackedService();
		load(360);
		minutes(12);
		const first = target.activities.at(-1);
		expect(first).toMatchObject({
			statusCode: 'Successful',
			statusMessage: `Successfully set desired count to ${first?.toCount}. Change successfully fulfilled by ecs.`,
		});
	});

	test('comes to rest where the load needs it', () => {
		const { service, load, minutes } = trackedService();
		load(400);
		minutes(60);
		expect(service.desiredCount).toBeGreaterThanOrEqual(7);
		expect(service.desiredCount).toBeLessThanOrEqual(8);
		const rested = service.desiredCount;
		minutes(60);
		expect(service.desiredCount).toBe(rested);
	});

	test('waits out the cooldown between two steps', () => {
		const { target, load, minutes } = trackedService();
		load(300);
		minutes(6);
		load(600);
		minutes(40);
		const times = target.activities.filter(({ toCount }) => toCount !== undefined).map(({ startedAt }) => startedAt);
		expect(times.length).toBeGreaterThanOrEqual(2);
		const gaps = times.slice(1).map((at, index) => the(times[index]) - at);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300_000);
	});

	test('stops at the ceiling, and says so once', () => {
		const { service, target, load, minutes } = trackedService();
		load(2000);
		minutes(60);
		expect(service.desiredCount).toBe(10);
		const vain = target.activities.filter(({ notScaledReasons }) => notScaledReasons !== undefined);
		expect(vain).toHaveLength(1);
		expect(vain[0]).toMatchObject({
			description: 'Attempting to scale due to alarm triggered',
			statusCode: 'Failed',
			notScaledReasons: [{ code: 'AlreadyAtMaxCapacity', maxCapacity: 10 }],
		});
	});

	test('scales in after a quarter of an hour below nine tenths of the target, not under the floor', () => {
		const { service, load, minutes } = trackedService();
		load(20);
		minutes(14);
		expect(service.desiredCount).toBe(4);
		minutes(5);
		expect(service.desiredCount).toBe(2);
		minutes(60);
		expect(service.desiredCount).toBe(2);
	});

	test('does not scale in while a deployment is under way', () => {
		const { service, load, minutes } = trackedService();
		load(20);
		for (let minute = 0; minute < 30; minute++) {
			the(service.deployments[0]).rolloutState = 'IN_PROGRESS';
			minutes(1);
		}
		expect(service.desiredCount).toBe(4);
	});

	test('does not scale in when that is suspended', () => {
		const { service, target, load, minutes } = trackedService();
		target.suspended.dynamicScalingIn = true;
		load(20);
		minutes(30);
		expect(service.desiredCount).toBe(4);
	});

	test('does not scale out when that is suspended', () => {
		const { service, target, load, minutes } = trackedService();
		target.suspended.dynamicScalingOut = true;
		load(2000);
		minutes(30);
		expect(service.desiredCount).toBe(4);
	});

	test('does nothing without data: a service at zero stays there', () => {
		const { service, target, minutes } = trackedService();
		service.desiredCount = 0;
		target.minCapacity = 0;
		for (const arn of service.taskArns) service.taskArns.delete(arn);
		minutes(30);
		expect(service.desiredCount).toBe(0);
	});
});

describe('tracking of requests', () => {
	test('scales out until each target gets as many as it should', () => {
		const { world, control } = createDrydock({ scenario: 'calm', seed: 1, startAt: NOON });
		const service = the([...world.services.values()].find(({ serviceName }) => serviceName === 'search'));
		const target = the([...world.scalableTargets.values()][0]);
		const group = the(world.targetGroups.get(service.settings.loadBalancers[0]?.targetGroupArn ?? ''));
		const last = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1);
		const label = `${last(the(group.loadBalancerArns[0])).slice('loadbalancer/'.length)}/${last(group.targetGroupArn)}`;
		target.policies.splice(0);
		const traffic = the(service.traffic);
		createPolicy(world, target, {
			policyName: 'requests',
			// Of 60 requests a second two thirds of what four tasks get.
			configuration: {
				TargetValue: 600,
				PredefinedMetricSpecification: { PredefinedMetricType: 'ALBRequestCountPerTarget', ResourceLabel: label },
			},
			createdAt: NOON,
		});
		expect(traffic.base).toBe(60);
		control.step(20 * MINUTE);
		const perTask = (60 * requestsPerSecond({ ...traffic, noise: 0 }, 0, world.clock.now)) / service.desiredCount;
		expect(perTask).toBeLessThan(600 * 1.1);
		expect(service.desiredCount).toBeGreaterThan(4);
	});
});
