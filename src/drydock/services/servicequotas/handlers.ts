import type { GetServiceQuotaRequest, GetServiceQuotaResponse } from '@aws-sdk/client-service-quotas';
import { AwsFault, type Call, type Handlers } from '../../wire/handler.ts';
import { arnOf } from '../../world/arn.ts';
import type { World } from '../../world/world.ts';

/** vCPUs of each kind of Fargate that an account in use has by default (Service Quotas, AWS Fargate). */
const VCPUS = 4000;

/** The quotas of Fargate by code, with what CloudWatch calls their kind of capacity. */
const QUOTAS: Readonly<Record<string, { readonly name: string; readonly capacity: string }>> = {
	'L-3032A538': { name: 'Fargate On-Demand vCPU resource count', capacity: 'Standard/OnDemand' },
	'L-36FBB829': { name: 'Fargate Spot vCPU resource count', capacity: 'Standard/Spot' },
};

/** Service Quotas, of Fargate alone. Nothing in this world holds anybody to them. */
export function serviceQuotasHandlers(world: World): Handlers {
	return { GetServiceQuota: (input, call) => getServiceQuota(world, call, input) };
}

/** @throws {AwsFault} NoSuchResourceException */
function getServiceQuota(
	world: World,
	{ region }: Call,
	{ ServiceCode = '', QuotaCode = '' }: GetServiceQuotaRequest,
): GetServiceQuotaResponse {
	const quota = ServiceCode === 'fargate' ? QUOTAS[QuotaCode] : undefined;
	if (!quota) {
		throw new AwsFault('NoSuchResourceException', 'The request failed because the specified service does not exist.');
	}
	return {
		Quota: {
			ServiceCode,
			ServiceName: 'AWS Fargate',
			QuotaArn: arnOf(world, 'servicequotas', region, `${ServiceCode}/${QuotaCode}`),
			QuotaCode,
			QuotaName: quota.name,
			Value: VCPUS,
			Unit: 'None',
			Adjustable: true,
			GlobalQuota: false,
			UsageMetric: {
				MetricNamespace: 'AWS/Usage',
				MetricName: 'ResourceCount',
				MetricDimensions: { Class: quota.capacity, Resource: 'vCPU', Service: 'Fargate', Type: 'Resource' },
				MetricStatisticRecommendation: 'Maximum',
			},
		},
	};
}
