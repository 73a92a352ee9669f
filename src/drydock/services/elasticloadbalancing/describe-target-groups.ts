import type {
	DescribeTargetGroupAttributesInput,
	DescribeTargetGroupAttributesOutput,
	DescribeTargetGroupsInput,
	DescribeTargetGroupsOutput,
	TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetGroupState } from '../../world/load-balancing.ts';
import {
	asked,
	checkArn,
	loadBalancer,
	type Look,
	marked,
	targetGroup,
	targetGroupNotFound,
	targetGroupsIn,
} from './look.ts';

/** @throws {AwsFault} TargetGroupNotFound, LoadBalancerNotFound, ValidationError */
export function describeTargetGroups(look: Look, input: DescribeTargetGroupsInput): DescribeTargetGroupsOutput {
	const { LoadBalancerArn, TargetGroupArns, Names } = input;
	if (LoadBalancerArn !== undefined) loadBalancer(look, LoadBalancerArn);
	for (const arn of TargetGroupArns ?? []) checkArn('target group', ':targetgroup/', arn);
	const behind = targetGroupsIn(look).filter(
		({ loadBalancerArns }) => LoadBalancerArn === undefined || loadBalancerArns.includes(LoadBalancerArn),
	);
	const byArn = asked(behind, TargetGroupArns, ({ targetGroupArn }) => targetGroupArn, targetGroupNotFound);
	const byName = asked(byArn, Names, ({ targetGroupName }) => targetGroupName, targetGroupNotFound);
	const { items, NextMarker } = marked(byName, input);
	return { TargetGroups: items.map(asTargetGroup), NextMarker };
}

function asTargetGroup(group: TargetGroupState): TargetGroup {
	const { healthCheck } = group;
	const isHttp = healthCheck.protocol.startsWith('HTTP');
	return {
		TargetGroupArn: group.targetGroupArn,
		TargetGroupName: group.targetGroupName,
		Protocol: group.protocol as TargetGroup['Protocol'],
		Port: group.port,
		VpcId: group.vpcId,
		HealthCheckProtocol: healthCheck.protocol as TargetGroup['HealthCheckProtocol'],
		HealthCheckPort: healthCheck.port,
		HealthCheckEnabled: true,
		HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
		HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
		HealthyThresholdCount: healthCheck.healthyThresholdCount,
		UnhealthyThresholdCount: healthCheck.unhealthyThresholdCount,
		...(isHttp && { HealthCheckPath: healthCheck.path, Matcher: { HttpCode: healthCheck.matcher } }),
		LoadBalancerArns: [...group.loadBalancerArns],
		TargetType: group.targetType,
		...(group.protocol.startsWith('HTTP') && { ProtocolVersion: 'HTTP1' }),
		IpAddressType: 'ipv4',
	};
}

/** What is set, and the rest with its defaults. @throws {AwsFault} TargetGroupNotFound */
export function describeTargetGroupAttributes(
	look: Look,
	input: DescribeTargetGroupAttributesInput,
): DescribeTargetGroupAttributesOutput {
	const { deregistrationDelaySeconds } = targetGroup(look, input.TargetGroupArn);
	return {
		Attributes: [
			{ Key: 'deregistration_delay.timeout_seconds', Value: String(deregistrationDelaySeconds) },
			{ Key: 'load_balancing.algorithm.type', Value: 'round_robin' },
			{ Key: 'slow_start.duration_seconds', Value: '0' },
			{ Key: 'stickiness.enabled', Value: 'false' },
		],
	};
}
