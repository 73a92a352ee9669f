import type { DescribeTagsInput, DescribeTagsOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import { describeListeners, describeRules } from './describe-listeners.ts';
import { describeLoadBalancerAttributes, describeLoadBalancers } from './describe-load-balancers.ts';
import { describeTargetGroupAttributes, describeTargetGroups } from './describe-target-groups.ts';
import { describeTargetHealth } from './describe-target-health.ts';
import { type Look, loadBalancer, targetGroup } from './look.ts';

/** Elastic Load Balancing (v2) over the load balancers of a world. */
export function loadBalancingHandlers(world: World): Handlers {
	const on = answering(({ region }): Look => ({ world, region }));
	return {
		DescribeLoadBalancers: on(describeLoadBalancers),
		DescribeLoadBalancerAttributes: on(describeLoadBalancerAttributes),
		DescribeListeners: on(describeListeners),
		DescribeRules: on(describeRules),
		DescribeTargetGroups: on(describeTargetGroups),
		DescribeTargetGroupAttributes: on(describeTargetGroupAttributes),
		DescribeTargetHealth: on(describeTargetHealth),
		DescribeTags: on(describeTags),
	};
}

/** Nothing is tagged. @throws {AwsFault} LoadBalancerNotFound, TargetGroupNotFound */
function describeTags(look: Look, { ResourceArns = [] }: DescribeTagsInput): DescribeTagsOutput {
	for (const arn of ResourceArns) {
		if (arn.includes(':targetgroup/')) targetGroup(look, arn);
		else if (arn.includes(':loadbalancer/')) loadBalancer(look, arn);
	}
	return { TagDescriptions: ResourceArns.map((ResourceArn) => ({ ResourceArn, Tags: [] })) };
}
