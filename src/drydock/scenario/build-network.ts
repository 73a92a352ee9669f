import { arnOf } from '../world/arn.ts';
import { DAY } from '../world/clock.ts';
import { hex } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { ClusterEntry } from './cluster-schema.ts';

/** What a cluster's services stand in: a VPC's subnets, a security group, a load balancer. */
export type Network = {
	readonly vpcId: string;
	readonly subnetIds: readonly string[];
	readonly securityGroupId: string;
	readonly loadBalancerArn: string;
	readonly loadBalancerName: string;
};

/** Zones are not the same letters in every region for a new account. */
const zoneLetters: Readonly<Record<string, readonly string[]>> = { 'ap-northeast-1': ['a', 'c', 'd'] };

/** Where the subnets of a cluster in this region are. */
export function zonesOf(region: string): string[] {
	return (zoneLetters[region] ?? ['a', 'b', 'c']).map((letter) => region + letter);
}

/** Makes a VPC with three subnets for the cluster, and a load balancer in it. */
export function buildNetwork(world: World, cluster: ClusterEntry, index: number): Network {
	const { region, name } = cluster;
	const vpcId = `vpc-0${hex(world.random, 16)}`;
	const subnetIds = zonesOf(region).map((availabilityZone, zone) => {
		const subnetId = `subnet-0${hex(world.random, 16)}`;
		const cidrBlock = `10.${index}.${16 * zone}.0/${cluster.subnetPrefix}`;
		world.subnets.set(subnetId, {
			subnetId,
			vpcId,
			region,
			availabilityZone,
			cidrBlock,
			lastGiven: -1,
			wayOut: 'nat',
			taken: new Set(),
		});
		return subnetId;
	});
	const loadBalancerName = `${name}-alb`;
	const loadBalancerArn = arnOf(
		world,
		'elasticloadbalancing',
		region,
		`loadbalancer/app/${loadBalancerName}/${hex(world.random, 16)}`,
	);
	const securityGroupId = `sg-0${hex(world.random, 16)}`;
	world.loadBalancers.set(loadBalancerArn, {
		loadBalancerArn,
		loadBalancerName,
		region,
		type: 'application',
		scheme: 'internet-facing',
		dnsName: `${loadBalancerName}-1482093345.${region}.elb.amazonaws.com`,
		vpcId,
		subnetIds,
		securityGroupIds: [securityGroupId],
		createdAt: world.clock.now - 400 * DAY,
	});
	return { vpcId, subnetIds, securityGroupId, loadBalancerArn, loadBalancerName };
}
