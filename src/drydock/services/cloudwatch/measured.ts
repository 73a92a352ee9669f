import type { Dimension, Metric } from '@aws-sdk/client-cloudwatch';
import type { MetricName } from '../../load/metric-book.ts';
import { ecsArn, nameOf } from '../../world/arn.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';
import { capacityMetrics } from './capacity-metrics.ts';
import type { Look } from './look.ts';

const ECS = 'AWS/ECS';

/** A metric of a service, cluster or capacity provider, as the book has it. */
type Measured = { readonly arn: string; readonly name: MetricName };

/** The metrics of a service, as CloudWatch names them. */
export function metricsOf(
	world: World,
	service: ServiceState,
): readonly (Metric & { readonly MetricName: MetricName })[] {
	const ecs = { Namespace: ECS, Dimensions: serviceDimensions(service) };
	const balanced = requestDimensions(world, service);
	return [
		{ ...ecs, MetricName: 'CPUUtilization' },
		{ ...ecs, MetricName: 'MemoryUtilization' },
		...(balanced
			? [{ Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCountPerTarget' as const, Dimensions: balanced }]
			: []),
	];
}

/** The metric with exactly these dimensions, in any order, if it is one that is measured. */
export function measured(look: Look, asked: Metric): Measured | undefined {
	const { world, region } = look;
	const ofCapacity = capacityMetrics(look).find(({ metric }) => isSame(metric, asked));
	if (ofCapacity) return { arn: ofCapacity.arn, name: ofCapacity.metric.MetricName };
	const valueOf = (name: string) => asked.Dimensions?.find(({ Name }) => Name === name)?.Value ?? '';
	// Found by its name: a call may ask for hundreds of services.
	const named = world.services.get(ecsArn(world, region, 'service', valueOf('ClusterName'), valueOf('ServiceName')));
	const services = asked.Namespace === ECS ? (named ? [named] : []) : world.services.values();
	for (const service of services) {
		const known = metricsOf(world, service).find((metric) => isSame(metric, asked));
		if (known && service.region === region) return { arn: service.serviceArn, name: known.MetricName };
	}
	return undefined;
}

function isSame(one: Metric, { Namespace, MetricName, Dimensions = [] }: Metric): boolean {
	const { Dimensions: own = [] } = one;
	return (
		one.Namespace === Namespace &&
		one.MetricName === MetricName &&
		own.length === Dimensions.length &&
		own.every(({ Name, Value }) => Dimensions.some((other) => other.Name === Name && other.Value === Value))
	);
}

function serviceDimensions({ clusterArn, serviceName }: ServiceState): Dimension[] {
	return [
		{ Name: 'ClusterName', Value: nameOf(clusterArn) },
		{ Name: 'ServiceName', Value: serviceName },
	];
}

/** Of the load balancer and the target group before a service: the ends of their ARNs. */
function requestDimensions(world: World, { settings }: ServiceState): Dimension[] | undefined {
	const group = world.targetGroups.get(settings.loadBalancers[0]?.targetGroupArn ?? '');
	const [balancer] = group?.loadBalancerArns ?? [];
	if (group === undefined || balancer === undefined) return undefined;
	return [
		{ Name: 'LoadBalancer', Value: balancer.slice(balancer.indexOf(':loadbalancer/') + ':loadbalancer/'.length) },
		{ Name: 'TargetGroup', Value: group.targetGroupArn.slice(group.targetGroupArn.lastIndexOf(':') + 1) },
	];
}
