import type {
	ScalableTarget,
	ScalingPolicy,
	ScheduledAction,
	ServiceScaling,
	TrackingConfiguration,
} from '../model/scaling.ts';
import { batches } from './batches.ts';
import { keepRawAnswer } from './changes/raw-json.ts';
import type { Connections } from './connections.ts';
import { allItems } from './pages.ts';
import { list } from './shapes/scalars.ts';
import { toScalableTarget } from './shapes/to-scalable-target.ts';
import { toScalingPolicy } from './shapes/to-scaling-policy.ts';
import { toScheduledAction } from './shapes/to-scheduled-action.ts';

/** DescribeScalableTargets' largest page, and the most resource ids that it takes (API reference). */
const TARGETS_PAGE = 50;

/** DescribeScalingPolicies' largest page (Application Auto Scaling API reference). */
const POLICIES_PAGE = 10;

/** Policies are asked for one service at a time or for all: up to here, one at a time is hardly more calls. */
const FEW = 3;

/** What of an answer is kept as it came. */
type RawPolicies = {
	readonly ScalingPolicies?: readonly {
		readonly TargetTrackingScalingPolicyConfiguration?: TrackingConfiguration | null;
	}[];
};

/** The services' desired counts; Application Auto Scaling knows other dimensions of other namespaces. */
const DESIRED_COUNTS = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;

/** Scalable targets with their policies by resource id; all of the region when no ids are given. */
export async function readScaling(
	connections: Connections,
	region: string,
	resourceIds?: readonly string[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, ServiceScaling>> {
	if (resourceIds?.length === 0) return new Map();
	const idBatches = resourceIds ? batches(resourceIds, TARGETS_PAGE) : [undefined];
	const policyIds = resourceIds && resourceIds.length <= FEW ? resourceIds : [undefined];
	const [targets, policies] = await Promise.all([
		Promise.all(idBatches.map((ids) => readTargets(connections, region, ids, signal))),
		Promise.all(policyIds.map((id) => readPolicies(connections, region, id, signal))),
	]);
	const policiesOf = Map.groupBy(policies.flat(), ({ resourceId }) => resourceId);
	return new Map(
		targets.flat().map((target) => [target.resourceId, { target, policies: policiesOf.get(target.resourceId) ?? [] }]),
	);
}

/** The scheduled actions of one service, by its resource id. */
export function readScheduledActions(
	connections: Connections,
	region: string,
	resourceId: string,
	signal?: AbortSignal,
): Promise<readonly ScheduledAction[]> {
	return allItems(async (NextToken) => {
		const query = { ...DESIRED_COUNTS, MaxResults: TARGETS_PAGE, NextToken, ResourceId: resourceId };
		const page = await connections
			.to('application-autoscaling', region)
			.call('DescribeScheduledActions', (scaling, options) => scaling.describeScheduledActions(query, options), signal);
		return { items: list(page.ScheduledActions).map(toScheduledAction), nextToken: page.NextToken };
	});
}

function readTargets(
	connections: Connections,
	region: string,
	ids: readonly string[] | undefined,
	signal: AbortSignal | undefined,
): Promise<readonly ScalableTarget[]> {
	return allItems(async (NextToken) => {
		const query = { ...DESIRED_COUNTS, MaxResults: TARGETS_PAGE, NextToken, ResourceIds: ids && [...ids] };
		const page = await connections
			.to('application-autoscaling', region)
			.call('DescribeScalableTargets', (scaling, options) => scaling.describeScalableTargets(query, options), signal);
		return { items: list(page.ScalableTargets).map(toScalableTarget), nextToken: page.NextToken };
	});
}

function readPolicies(
	connections: Connections,
	region: string,
	id: string | undefined,
	signal: AbortSignal | undefined,
): Promise<readonly ScalingPolicy[]> {
	return allItems(async (NextToken) => {
		const { DescribeScalingPoliciesCommand } = await import('@aws-sdk/client-application-auto-scaling');
		const query = { ...DESIRED_COUNTS, MaxResults: POLICIES_PAGE, NextToken, ResourceId: id };
		let raw: RawPolicies = {};
		const page = await connections.to('application-autoscaling', region).call(
			'DescribeScalingPolicies',
			(scaling, options) => {
				const command = new DescribeScalingPoliciesCommand(query);
				keepRawAnswer(command.middlewareStack, (json) => {
					raw = json as RawPolicies;
				});
				return scaling.send(command, options);
			},
			signal,
		);
		const configurations = list(raw.ScalingPolicies).map((policy) => policy.TargetTrackingScalingPolicyConfiguration);
		return {
			items: list(page.ScalingPolicies).map((policy, index) =>
				toScalingPolicy(policy, configurations[index] ?? undefined),
			),
			nextToken: page.NextToken,
		};
	});
}
