import type { Aws } from '../../aws/aws.ts';
import type { TargetGroup } from '../../model/load-balancing.ts';
import type { MetricSeries, ServiceMetrics } from '../../model/metrics.ts';
import type { ScheduledAction, ServiceScaling } from '../../model/scaling.ts';
import type { Service } from '../../model/service.ts';
import { look, type Look, seen } from '../look.ts';
import { readService } from '../read-service.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import type { Subject } from '../subject.ts';
import { resourceLabel } from './resource-label.ts';
import type { TargetInput } from './target-input.ts';

/** What has to be known to change how a service is scaled. */
export type TargetSnapshot = {
	readonly service: Service;
	/** Undefined when the service is not registered with Application Auto Scaling. */
	readonly scaling: ServiceScaling | undefined;
	readonly schedules: Look<readonly ScheduledAction[]>;
	/** AWS's time, epoch ms. */
	readonly now: number;
	/** The last minutes; `value` is undefined when CloudWatch does not know the service. */
	readonly metrics: Look<ServiceMetrics | undefined>;
	/** Of the service, where requests are to be counted for the first time. */
	readonly targetGroups?: Look<readonly TargetGroup[]>;
	/** Of the policy that counts requests, or will. */
	readonly requests?: Look<MetricSeries>;
};

const MINUTE = 60_000;

/** Ms back: a minute's metrics are there about two minutes later, and one may be missing. */
const RECENT = 10 * MINUTE;

/** @throws {AwsCallError} when the service or its autoscaling cannot be read, or the service is not there */
export async function readTargetSnapshot(
	aws: Aws,
	subject: Subject,
	input: TargetInput,
	signal?: AbortSignal,
): Promise<TargetSnapshot> {
	const { region, clusterName, serviceName } = subject;
	const resourceId = scalingResourceId(subject);
	const [service, scaling, schedules] = await Promise.all([
		readService(aws, subject, signal),
		aws.scaling(region, [resourceId], signal).then((found) => found.get(resourceId)),
		look(aws.scheduledActions(region, resourceId, signal)),
	]);
	// Only now: the answers have told AWS's time, and the range is by that.
	const now = aws.now();
	const to = Math.floor(now / MINUTE) * MINUTE;
	const range = { from: to - RECENT, to, periodMs: MINUTE };
	const services = [{ clusterName, serviceName }];
	const label = scaling?.policies.find((policy) => policy.resourceLabel !== undefined)?.resourceLabel;
	const isNew = label === undefined && typeof input.requests === 'number';
	const [metrics, targetGroups] = await Promise.all([
		look(
			aws.serviceMetrics(region, services, range, signal).then((found) => found.get(`${clusterName}/${serviceName}`)),
		),
		isNew ? look(aws.targetGroups(groupArns(service), signal)) : undefined,
	]);
	const made = targetGroups && resourceLabel(service, seen(targetGroups) ?? []);
	const counted = label ?? (typeof made === 'string' ? made : undefined);
	const requests =
		counted === undefined ? undefined : await look(aws.requestsPerTarget(region, counted, range, signal));
	return {
		service,
		scaling,
		schedules,
		now,
		metrics,
		...(targetGroups ? { targetGroups } : {}),
		...(requests ? { requests } : {}),
	};
}

function groupArns({ loadBalancers }: Service): readonly string[] {
	return loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
}
