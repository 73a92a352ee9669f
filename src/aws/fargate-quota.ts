import type { GetServiceQuotaCommandOutput, MetricInfo } from '@aws-sdk/client-service-quotas';
import type { FargateKind, FargateQuota } from '../model/fargate-quota.ts';
import type { Connections } from './connections.ts';
import { defined } from './shapes/defined.ts';
import { list } from './shapes/scalars.ts';
import { NotAnAnswer } from './shapes/with-list.ts';

/** "Fargate On-Demand vCPU resource count" and "Fargate Spot vCPU resource count" (Service Quotas, service `fargate`). */
const CODES: Readonly<Record<FargateKind, string>> = { 'on-demand': 'L-3032A538', spot: 'L-36FBB829' };

/** Ms over which the newest count of what is in use is looked for; CloudWatch gets one every few minutes. */
const RECENT = 15 * 60_000;

/**
 * The account's quota of Fargate in a region. What is in use is the metric that Service Quotas itself names for it
 * (AWS/Usage ResourceCount): it counts all of the account, pods of EKS too.
 *
 * @param now AWS's time, epoch ms
 */
export async function readFargateQuota(
	connections: Connections,
	now: () => number,
	region: string,
	kind: FargateKind,
	signal?: AbortSignal,
): Promise<FargateQuota> {
	const { GetServiceQuotaCommand } = await import('./clients/service-quotas.ts');
	const query = { ServiceCode: 'fargate', QuotaCode: CODES[kind] };
	const { vcpus, metric } = await connections
		.to('servicequotas', region)
		.call(
			'GetServiceQuota',
			(quotas, options) => quotas.send(new GetServiceQuotaCommand(query), options).then(toQuota),
			signal,
		);
	const used = metric && (await readUsage(connections, region, { metric, now: now() }, signal));
	return defined({ kind, vcpus, used });
}

/** @throws {NotAnAnswer} */
function toQuota({ Quota }: GetServiceQuotaCommandOutput) {
	if (Quota?.Value === undefined) throw new NotAnAnswer('There is no quota in the answer.');
	return { vcpus: Quota.Value, metric: Quota.UsageMetric };
}

async function readUsage(
	connections: Connections,
	region: string,
	{ metric, now }: { readonly metric: MetricInfo; readonly now: number },
	signal: AbortSignal | undefined,
): Promise<number | undefined> {
	const { MetricNamespace, MetricName, MetricDimensions = {}, MetricStatisticRecommendation = 'Maximum' } = metric;
	const query = {
		StartTime: new Date(now - RECENT),
		EndTime: new Date(now),
		MetricDataQueries: [
			{
				Id: 'used',
				MetricStat: {
					Metric: {
						Namespace: MetricNamespace,
						MetricName,
						Dimensions: Object.entries(MetricDimensions).map(([Name, Value]) => ({ Name, Value })),
					},
					Period: 60,
					Stat: MetricStatisticRecommendation,
				},
			},
		],
	};
	const { MetricDataResults } = await connections
		.to('cloudwatch', region)
		.call('GetMetricData', (cloudwatch, options) => cloudwatch.getMetricData(query, options), signal);
	// The newest comes first.
	return list(list(MetricDataResults)[0]?.Values)[0];
}
