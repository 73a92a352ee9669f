import { arnOf } from '../world/arn.ts';
import { listenerArn, ruleArn } from '../world/listeners.ts';
import type { TargetGroupState } from '../world/load-balancing.ts';
import { hex } from '../world/random.ts';
import type { AdvancedConfiguration, LoadBalancer } from '../world/service-settings.ts';
import type { World } from '../world/world.ts';
import type { BuiltCluster } from './build-cluster.ts';
import { buildTargetGroup } from './build-target-group.ts';
import type { ServiceTraits } from './service-schema.ts';

/** Where a service stands behind its cluster's load balancer; with two target groups when its deployments shift traffic. */
export function buildLoadBalancers(
	world: World,
	built: BuiltCluster,
	traits: ServiceTraits & { readonly name: string },
): LoadBalancer[] {
	const { name, port, deployment } = traits;
	const group = buildTargetGroup(world, built, traits);
	if (!group || port === undefined) return [];
	const { targetGroupArn } = group;
	const place = { targetGroupArn, containerName: name, containerPort: port };
	const alternate = deployment && buildTargetGroup(world, built, { ...traits, name: `${name}-alt` });
	if (!alternate) return [place];
	const rule = (kind: 'production' | 'test'): string => weightedRule(world, built, kind, [group, alternate]);
	const advancedConfiguration: AdvancedConfiguration = {
		alternateTargetGroupArn: alternate.targetGroupArn,
		productionListenerRule: rule('production'),
		...(deployment.testTraffic && { testListenerRule: rule('test') }),
		roleArn: arnOf(world, 'iam', '', 'role/ecsInfrastructureRoleForLoadBalancers'),
	};
	return [{ ...place, advancedConfiguration }];
}

function weightedRule(
	world: World,
	{ cluster, network }: BuiltCluster,
	kind: 'production' | 'test',
	[group, alternate]: readonly [TargetGroupState, TargetGroupState],
): string {
	const { loadBalancerArn } = network;
	const listener = listenerArn({ loadBalancerArn }, kind);
	const arn = ruleArn(listener, hex(world.random, 16));
	world.listenerRules.set(arn, {
		ruleArn: arn,
		listenerArn: listener,
		loadBalancerArn,
		region: cluster.region,
		path: `/${group.targetGroupName}/*`,
		weights: new Map([
			[group.targetGroupArn, 100],
			[alternate.targetGroupArn, 0],
		]),
	});
	return arn;
}
