import type {
	DescribeLoadBalancerAttributesInput,
	DescribeLoadBalancerAttributesOutput,
	DescribeLoadBalancersInput,
	DescribeLoadBalancersOutput,
	LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancerState } from '../../world/load-balancing.ts';
import { checkBounds } from '../constraint.ts';
import { asked, checkArn, loadBalancer, loadBalancerNotFound, loadBalancersIn, type Look, marked } from './look.ts';

/** Load balancers a call (Elastic Load Balancing API reference, DescribeLoadBalancers). */
const AT_MOST = { min: 0, max: 20 };

/** Of the zones that Route 53 reaches application load balancers by (AWS general reference, ELB endpoints). */
const HOSTED_ZONES: Readonly<Record<string, string>> = {
	'ap-northeast-1': 'Z14GRHDCWA56QT',
	'ap-southeast-1': 'Z1LMS91P8CMLE5',
	'ap-southeast-2': 'Z1GM3OXH4ZPM65',
	'eu-central-1': 'Z215JYRZR1TBD5',
	'eu-west-1': 'Z32O12XQLNTSW2',
	'us-east-1': 'Z35SXDOTRQ7X7K',
	'us-east-2': 'Z3AADJGX6KTTL2',
	'us-west-2': 'Z1H1FL5HABSF5',
};

/** @throws {AwsFault} LoadBalancerNotFound, ValidationError */
export function describeLoadBalancers(look: Look, input: DescribeLoadBalancersInput): DescribeLoadBalancersOutput {
	for (const arn of input.LoadBalancerArns ?? []) checkArn('load balancer', ':loadbalancer/', arn);
	checkBounds('ValidationError', 'loadBalancerArns', input.LoadBalancerArns, AT_MOST);
	checkBounds('ValidationError', 'names', input.Names, AT_MOST);
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
		CanonicalHostedZoneId: HOSTED_ZONES[found.region],
		SecurityGroups: [...found.securityGroupIds],
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
