import { describe, expect, test } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { createDrydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { parseArn } from '../../src/model/arn.ts';
import { latestValue } from '../../src/model/metrics.ts';
import { serviceNameOf } from '../../src/model/task.ts';

const START = Date.UTC(2026, 2, 1, 12);
const TEN_MINUTES = 600_000;

/** The shop after ten minutes, read through the SDK; one region and its largest cluster. */
async function shop() {
	const drydock = createDrydock({ scenario: 'shop', startAt: START, now: () => START });
	drydock.control.step(TEN_MINUTES);
	const aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => START },
	});
	const [region = ''] = drydock.regions;
	const clusters = await aws.clusters(region);
	const [cluster] = clusters.toSorted((a, b) => (b.activeServicesCount ?? 0) - (a.activeServicesCount ?? 0));
	if (!cluster) throw new Error(`The shop has no cluster in ${region}.`);
	return { aws, region, cluster, services: await aws.services(cluster.clusterArn) };
}

const { aws, region, cluster, services } = await shop();

describe('the shop, read through the SDK, agrees with itself', () => {
	test('a cluster has as many services as it says', async () => {
		expect(services).toHaveLength(cluster.activeServicesCount ?? 0);
	});

	test('a service has as many running tasks as it says', async () => {
		const tasks = await aws.tasks(cluster.clusterArn, { desiredStatus: 'RUNNING' });
		const running = Map.groupBy(
			tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING'),
			serviceNameOf,
		);
		for (const { serviceName, runningCount } of services) {
			expect([serviceName, running.get(serviceName)?.length ?? 0]).toEqual([serviceName, runningCount]);
		}
	});

	test('the tasks of one service are those that carry its name', async () => {
		const tasks = await aws.tasks(cluster.clusterArn, { serviceName: 'checkout', desiredStatus: 'RUNNING' });
		expect(tasks.length).toBeGreaterThan(0);
		expect(new Set(tasks.map(serviceNameOf))).toEqual(new Set(['checkout']));
	});

	test('every service’s task definition can be read, and says where it logs', async () => {
		for (const { taskDefinition } of services) {
			const definition = await aws.taskDefinition(taskDefinition, region);
			expect(definition.taskDefinitionArn).toBe(taskDefinition);
			expect(definition.containerDefinitions.some(({ logs }) => logs?.group)).toBe(true);
		}
	});

	test('every target group of a service is there, with its targets', async () => {
		const arns = services.flatMap(({ loadBalancers }) =>
			loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []),
		);
		const groups = await aws.targetGroups(arns);
		expect(groups.map(({ targetGroupArn }) => targetGroupArn).toSorted()).toEqual([...new Set(arns)].toSorted());
		expect((await aws.targetHealth(arns[0] ?? '')).length).toBeGreaterThan(0);
	});

	test('every scalable target is a service of the region', async () => {
		const scaling = await aws.scaling(region);
		const inCluster = [...scaling.keys()].filter((id) => id.startsWith(`service/${cluster.clusterName}/`));
		expect(inCluster.length).toBeGreaterThan(0);
		expect(services.map(({ serviceArn }) => parseArn(serviceArn)?.resource)).toEqual(expect.arrayContaining(inCluster));
	});

	test('a service that runs has a CPU value in the last minutes', async () => {
		const names = { clusterName: cluster.clusterName, serviceName: 'api-gateway' };
		const range = { from: START, to: START + TEN_MINUTES, periodMs: 60_000 };
		const metrics = await aws.serviceMetrics(region, [names], range);
		expect(latestValue(metrics.get(`${cluster.clusterName}/api-gateway`)?.cpu)).toBeGreaterThan(0);
	});

	test('deployments name the task definition that the service runs', async () => {
		const service = services.find(({ serviceName }) => serviceName === 'api-gateway');
		const [newest] = await aws.serviceDeployments(service?.serviceArn ?? '', cluster.clusterArn);
		expect(newest?.targetTaskDefinition).toBe(service?.taskDefinition);
	});
});
