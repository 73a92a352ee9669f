import type { Evidence } from '../../src/diagnosis/evidence.ts';
import type { Service } from '../../src/model/service.ts';
import { HOUR, MINUTE } from '../fixtures/shop.ts';
import { type ActingShop, CLUSTER } from '../actions/shop.ts';

const REGION = 'ap-northeast-1';

/** A service of a simulated shop as it stands, with all that the rules of capacity judge by, read over the SDK's bytes. */
export async function evidenceOf({ aws, hands }: ActingShop, serviceName: string): Promise<Evidence> {
	const [service] = await aws.describeServices(CLUSTER, [serviceName]);
	if (!service) throw new Error(`There is no ${serviceName}.`);
	const resourceId = `service/prod/${serviceName}`;
	const now = hands.now();
	const [running, stopped, scaling, metrics, activities, scheduledActions, instances, capacityProviders, subnets] =
		await Promise.all([
			aws.tasks(CLUSTER, { serviceName, desiredStatus: 'RUNNING' }),
			aws.tasks(CLUSTER, { serviceName, desiredStatus: 'STOPPED' }),
			aws.scaling(REGION, [resourceId]),
			aws.serviceMetrics(REGION, [{ clusterName: 'prod', serviceName }], {
				from: now - HOUR / 2,
				to: now,
				periodMs: MINUTE,
			}),
			aws.scalingActivities(REGION, resourceId),
			aws.scheduledActions(REGION, resourceId),
			aws.containerInstances(CLUSTER),
			aws.capacityProviders(CLUSTER),
			aws.subnets(REGION, service.network?.subnets ?? []),
		]);
	return {
		service,
		tasks: [...running, ...stopped],
		scaling: scaling.get(resourceId) ?? null,
		metrics: metrics.get(`prod/${serviceName}`),
		taskDefinitions: await definitionsOf(aws, service),
		activities,
		scheduledActions,
		instances,
		capacityProviders,
		subnets,
	};
}

async function definitionsOf(aws: ActingShop['aws'], service: Service): Promise<Evidence['taskDefinitions']> {
	const arns = [...new Set([service.taskDefinition, ...service.deployments.map((one) => one.taskDefinition)])];
	return Object.fromEntries(await Promise.all(arns.map(async (arn) => [arn, await aws.taskDefinition(arn, REGION)])));
}
