import type {
	DescribeServiceDeploymentsRequest,
	DescribeServiceDeploymentsResponse,
	ListServiceDeploymentsRequest,
	ListServiceDeploymentsResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { findCluster } from './find-cluster.ts';
import { findService } from './find-service.ts';
import { serviceDeploymentOf } from './find-service-deployment.ts';
import { listPage } from './list-page.ts';
import { checkAtMost } from './refuse.ts';
import { serviceDeploymentBrief, serviceDeploymentShape } from './service-deployment-shape.ts';

/** Newest first, pages of 20 unless asked for up to 100. */
export function listServiceDeployments(
	world: World,
	call: Call,
	input: ListServiceDeploymentsRequest,
): ListServiceDeploymentsResponse {
	const service = findService(world, findCluster(world, call, input.cluster), input.service);
	const { after, before } = input.createdAt ?? {};
	const rollouts = service.serviceDeployments
		.filter(({ status }) => !input.status?.length || input.status.includes(status))
		.filter(({ createdAt }) => !(after && createdAt < after.getTime()) && !(before && createdAt > before.getTime()));
	const { items, nextToken } = listPage(rollouts, input, 100, 20);
	return { serviceDeployments: items.map((rollout) => serviceDeploymentBrief(service, rollout)), nextToken };
}

/** At most 20 a call (ECS API reference, DescribeServiceDeployments). */
export function describeServiceDeployments(
	world: World,
	input: DescribeServiceDeploymentsRequest,
): DescribeServiceDeploymentsResponse {
	const arns = input.serviceDeploymentArns ?? [];
	checkAtMost(20, 'service deployment ARNs', arns);
	const found = arns.map((arn) => ({ arn, known: serviceDeploymentOf(world, arn) }));
	return {
		serviceDeployments: found.flatMap(({ known }) =>
			known ? [serviceDeploymentShape(world, known.service, known.rollout)] : [],
		),
		failures: found.flatMap(({ arn, known }) => (known ? [] : [{ arn, reason: 'MISSING' }])),
	};
}
