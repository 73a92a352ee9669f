import type {
	DescribeServiceDeploymentsRequest,
	DescribeServiceDeploymentsResponse,
	DescribeServiceRevisionsRequest,
	DescribeServiceRevisionsResponse,
	ListServiceDeploymentsRequest,
	ListServiceDeploymentsResponse,
	StopServiceDeploymentRequest,
	StopServiceDeploymentResponse,
} from '@aws-sdk/client-ecs';
import { AwsFault, type Call } from '../../wire/handler.ts';
import type { ServiceDeploymentState } from '../../world/deployment.ts';
import { planLook } from '../../world/scheduler/plan-look.ts';
import { rollBack } from '../../world/scheduler/roll-back.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { findCluster } from './find-cluster.ts';
import { findService } from './find-service.ts';
import { listPage } from './list-page.ts';
import { checkAtMost, invalidParameter } from './refuse.ts';
import { serviceDeploymentBrief, serviceDeploymentShape } from './service-deployment-shape.ts';
import { settingsShape } from './settings-shape.ts';

type Found = { readonly service: ServiceState; readonly rollout: ServiceDeploymentState };

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
	const found = arns.map((arn) => ({ arn, known: find(world, arn) }));
	return {
		serviceDeployments: found.flatMap(({ known }) =>
			known ? [serviceDeploymentShape(world, known.service, known.rollout)] : [],
		),
		failures: found.flatMap(({ arn, known }) => (known ? [] : [{ arn, reason: 'MISSING' }])),
	};
}

/** At most 20 a call (ECS API reference, DescribeServiceRevisions). */
export function describeServiceRevisions(
	world: World,
	input: DescribeServiceRevisionsRequest,
): DescribeServiceRevisionsResponse {
	const arns = input.serviceRevisionArns ?? [];
	checkAtMost(20, 'service revision ARNs', arns);
	const response = {
		serviceRevisions: [] as NonNullable<DescribeServiceRevisionsResponse['serviceRevisions']>,
		failures: [] as object[],
	};
	for (const arn of arns) {
		const service = serviceOf(world, arn);
		const revision = service?.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn);
		if (!service || !revision) {
			response.failures.push({ arn, reason: 'MISSING' });
			continue;
		}
		response.serviceRevisions.push({
			serviceRevisionArn: arn,
			serviceArn: service.serviceArn,
			clusterArn: service.clusterArn,
			taskDefinition: revision.settings.taskDefinition,
			...settingsShape(revision.settings),
			containerImages: revision.containerImages.map((image) => ({ ...image })),
			guardDutyEnabled: false,
			createdAt: date(revision.createdAt),
		});
	}
	return response;
}

/** Rolls an unfinished rollout back; ABORT is in the API's enumeration, but its documentation lists ROLLBACK only. */
export function stopServiceDeployment(
	world: World,
	input: StopServiceDeploymentRequest,
): StopServiceDeploymentResponse {
	const arn = input.serviceDeploymentArn ?? '';
	if (input.stopType !== undefined && input.stopType !== 'ROLLBACK') {
		throw invalidParameter(`Unsupported stop type: ${input.stopType}`);
	}
	const found = find(world, arn);
	if (!found) throw new AwsFault('ServiceDeploymentNotFoundException', 'Service deployment not found.');
	const { service, rollout } = found;
	if (rollout.status === 'PENDING' || rollout.status === 'IN_PROGRESS') {
		rollBack(world, service, rollout);
		planLook(world, service);
	} else if (!rollout.status.startsWith('ROLLBACK') && rollout.status !== 'STOP_REQUESTED') {
		throw new AwsFault('ConflictException', 'The service deployment has already finished.');
	}
	return { serviceDeploymentArn: arn };
}

function find(world: World, arn: string): Found | undefined {
	const service = serviceOf(world, arn);
	const rollout = service?.serviceDeployments.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
	return service && rollout && { service, rollout };
}

/** `arn:…:service-deployment/prod/checkout/…` -> the service checkout in prod. */
function serviceOf(world: World, arn: string): ServiceState | undefined {
	const [head, cluster, name] = arn.split('/');
	return world.services.get(`${head?.replace(/service-(deployment|revision)$/, 'service')}/${cluster}/${name}`);
}
