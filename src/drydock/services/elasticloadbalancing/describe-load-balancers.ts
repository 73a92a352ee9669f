import type {
	DescribeLoadBalancerAttributesInput,
	DescribeLoadBalancerAttributesOutput,
	DescribeLoadBalancersInput,
	DescribeLoadBalancersOutput,
	LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancerState } from '../../world/load-balancing.ts';
import { asked, loadBalancer, loadBalancerNotFound, loadBalancersIn, type Look, marked } from './look.ts';

/** @throws {AwsFault} LoadBalancerNotFound, ValidationError */
export function describeLoadBalancers(look: Look, input: DescribeLoadBalancersInput): DescribeLoadBalancersOutput {
	const byArn = asked(
		loadBalancersIn(look),
		input.LoadBalancerArns,
		({ loadBalancerArn }) => loadBalancerArn,
		loadBalancerNotFound,
	);
	const byName = asked(byArn, input.Names, ({ loadBalancerName }) => loadBalancerName, loadBalancerNotFound);
	const { items, NextMarker } = marked(byName, input);
	return { LoadBalancers: items.map((found) => asLoadBalancer(look, found)), NextMarker };
}

function asLoadBalancer({ world }: Look, found: LoadBalancerState): LoadBalancer {
	return {
		LoadBalancerArn: found.loadBalancerArn,
		LoadBalancerName: found.loadBalancerName,
		DNSName: found.dnsName,
		CreatedTime: new Date(found.createdAt),
		Scheme: found.scheme as LoadBalancer['Scheme'],
		VpcId: found.vpcId,
		State: { Code: 'active' },
		Type: found.type,
		AvailabilityZones: found.subnetIds.map((SubnetId) => ({
			SubnetId,
			ZoneName: world.subnets.get(SubnetId)?.availabilityZone,
		})),
		IpAddressType: 'ipv4',
	};
}

/** The attributes with their defaults. @throws {AwsFault} LoadBalancerNotFound */
export function describeLoadBalancerAttributes(
	look: Look,
	input: DescribeLoadBalancerAttributesInput,
): DescribeLoadBalancerAttributesOutput {
	loadBalancer(look, input.LoadBalancerArn);
	return {
		Attributes: [
			{ Key: 'deletion_protection.enabled', Value: 'false' },
			{ Key: 'idle_timeout.timeout_seconds', Value: '60' },
			{ Key: 'routing.http2.enabled', Value: 'true' },
		],
	};
}
