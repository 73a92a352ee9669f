import { regionOf } from '../model/arn.ts';
import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';
import { AwsCallError } from './aws-call-error.ts';
import { batches } from './batches.ts';
import type { Connections } from './connections.ts';
import { list } from './shapes/scalars.ts';
import { toTargetGroup } from './shapes/to-target-group.ts';
import { toTargetHealth } from './shapes/to-target-health.ts';

/** How many are asked for at once: what DescribeLoadBalancers takes (ELB API reference); this one names no limit. */
const BATCH_SIZE = 20;

/** The named target groups, of any region; those that are gone are left out. */
export async function readTargetGroups(
	connections: Connections,
	targetGroupArns: readonly string[],
	signal?: AbortSignal,
): Promise<readonly TargetGroup[]> {
	const byRegion = Map.groupBy(new Set(targetGroupArns), regionOf);
	const described = [...byRegion].flatMap(([region, arns]) =>
		batches(arns, BATCH_SIZE).map((batch) => describeBatch(connections, region, batch, signal)),
	);
	return (await Promise.all(described)).flat();
}

/** AWS fails the whole call for one target group that is gone: then each is asked for by itself. */
async function describeBatch(
	connections: Connections,
	region: string,
	arns: readonly string[],
	signal: AbortSignal | undefined,
): Promise<readonly TargetGroup[]> {
	try {
		const { TargetGroups } = await connections
			.to('elasticloadbalancing', region)
			.call(
				'DescribeTargetGroups',
				(elb, options) => elb.describeTargetGroups({ TargetGroupArns: [...arns] }, options),
				signal,
			);
		return list(TargetGroups).map(toTargetGroup);
	} catch (error) {
		if (!(error instanceof AwsCallError) || error.failure.kind !== 'not-found') throw error;
		if (arns.length <= 1) return [];
		const single = arns.map((arn) => describeBatch(connections, region, [arn], signal));
		return (await Promise.all(single)).flat();
	}
}

/** The targets of a target group with their health. */
export async function readTargetHealth(
	connections: Connections,
	targetGroupArn: string,
	signal?: AbortSignal,
): Promise<readonly TargetHealth[]> {
	const described = await connections
		.to('elasticloadbalancing', regionOf(targetGroupArn))
		.call(
			'DescribeTargetHealth',
			(elb, options) => elb.describeTargetHealth({ TargetGroupArn: targetGroupArn }, options),
			signal,
		);
	return list(described.TargetHealthDescriptions).map((target) => toTargetHealth(targetGroupArn, target));
}

/** Seconds that open requests have once a target is taken out; undefined when the server does not tell. */
export async function readDeregistrationDelay(
	connections: Connections,
	targetGroupArn: string,
	signal?: AbortSignal,
): Promise<number | undefined> {
	const { Attributes } = await connections
		.to('elasticloadbalancing', regionOf(targetGroupArn))
		.call(
			'DescribeTargetGroupAttributes',
			(elb, options) => elb.describeTargetGroupAttributes({ TargetGroupArn: targetGroupArn }, options),
			signal,
		);
	const delay = list(Attributes).find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
	return delay === undefined ? undefined : Number(delay);
}
