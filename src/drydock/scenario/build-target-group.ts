import { arnOf } from '../world/arn.ts';
import type { TargetGroupState } from '../world/load-balancing.ts';
import { hex } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { BuiltCluster } from './build-cluster.ts';
import { networkModeOf } from './runs-on-instances.ts';
import type { ServiceTraits } from './service-schema.ts';

/** The target group of a service behind its cluster's load balancer; undefined when it stands behind none. */
export function buildTargetGroup(
	world: World,
	{ cluster, network }: BuiltCluster,
	traits: ServiceTraits & { readonly name: string },
	suffix = '',
): TargetGroupState | undefined {
	if (traits.loadBalancer === undefined || traits.port === undefined) return undefined;
	// At most 32 characters (ELBv2 API reference, CreateTargetGroup).
	const targetGroupName =
		`${cluster.clusterName}-${traits.name}`.slice(0, 32 - suffix.length).replace(/-$/, '') + suffix;
	const targetGroup: TargetGroupState = {
		targetGroupArn: arnOf(
			world,
			'elasticloadbalancing',
			cluster.region,
			`targetgroup/${targetGroupName}/${hex(world.random, 16)}`,
		),
		targetGroupName,
		region: cluster.region,
		protocol: 'HTTP',
		port: traits.port,
		vpcId: network.vpcId,
		targetType: networkModeOf(traits) === 'awsvpc' ? 'ip' : 'instance',
		healthCheck: {
			protocol: 'HTTP',
			path: traits.loadBalancer,
			port: 'traffic-port',
			intervalSeconds: traits.checkInterval ?? 15,
			timeoutSeconds: 5,
			healthyThresholdCount: 3,
			unhealthyThresholdCount: 2,
			matcher: '200',
		},
		deregistrationDelaySeconds: traits.deregistrationDelay ?? 30,
		loadBalancerArns: [network.loadBalancerArn],
		targets: new Map(),
	};
	world.targetGroups.set(targetGroup.targetGroupArn, targetGroup);
	return targetGroup;
}
