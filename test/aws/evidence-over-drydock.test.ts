import { expect, test } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { createDrydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { scalingResourceId } from '../../src/model/scaling-resource-id.ts';

const START = Date.UTC(2026, 2, 1, 12);
const MINUTE = 60_000;

/** A scenario after some minutes, read through the SDK, and its first cluster. */
async function open(scenario: string, minutes: number) {
	const drydock = createDrydock({ scenario, startAt: START, now: () => START });
	drydock.control.step(minutes * MINUTE);
	const aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => START },
	});
	const [region = ''] = drydock.regions;
	const [cluster] = (await aws.clusters(region)).filter(({ clusterName }) => clusterName === 'prod');
	if (!cluster) throw new Error(`${scenario} has no cluster prod.`);
	return { aws, region, clusterArn: cluster.clusterArn };
}

test('a service at its maximum says in its activities why it does not scale', async () => {
	const { aws, region, clusterArn } = await open('cpu-ceiling', 40);
	const scaling = await aws.scaling(region);
	const services = await aws.services(clusterArn);
	const scaled = services.filter((service) => scaling.has(scalingResourceId(service)));
	const activities = await Promise.all(
		scaled.map((service) => aws.scalingActivities(region, scalingResourceId(service))),
	);
	const reasons = activities.flat().flatMap(({ notScaledReasons }) => notScaledReasons);
	expect(reasons).toContainEqual(expect.objectContaining({ code: 'AlreadyAtMaxCapacity' }));
	expect(reasons.find(({ code }) => code === 'AlreadyAtMaxCapacity')?.maxCapacity).toBeGreaterThan(0);
});

test('a cluster on instances says what they are, and what gives them', async () => {
	const { aws, clusterArn } = await open('no-room', 5);
	const instances = await aws.containerInstances(clusterArn);
	expect(instances.length).toBeGreaterThan(0);
	for (const { registered, remaining, instanceType, runningTasksCount = -1 } of instances) {
		expect(registered?.memory).toBeGreaterThanOrEqual(remaining.memory);
		expect(instanceType).toMatch(/^\w+\.\w+$/u);
		expect(runningTasksCount).toBeGreaterThanOrEqual(0);
	}
	const providers = await aws.capacityProviders(clusterArn);
	expect(providers.filter(({ group }) => group)).toEqual([
		{
			name: 'prod-ec2',
			managedScaling: { enabled: true, targetCapacity: 100 },
			group: {
				name: expect.stringContaining('prod-ecs'),
				minSize: 1,
				maxSize: 2,
				desiredCapacity: 2,
				inService: 2,
				activities: expect.any(Array),
			},
		},
	]);
});
