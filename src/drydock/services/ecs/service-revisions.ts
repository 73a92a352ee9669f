import type {
	DescribeServiceRevisionsRequest,
	DescribeServiceRevisionsResponse,
	ServiceRevision,
} from '@aws-sdk/client-ecs';
import type { ServiceRevisionState } from '../../world/deployment.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { serviceOfPart } from './find-service-deployment.ts';
import { checkAtMost } from './refuse.ts';
import { settingsShape } from './settings-shape.ts';

/** At most 20 a call (ECS API reference, DescribeServiceRevisions). */
export function describeServiceRevisions(
	world: World,
	input: DescribeServiceRevisionsRequest,
): DescribeServiceRevisionsResponse {
	const arns = input.serviceRevisionArns ?? [];
	checkAtMost(20, 'service revision ARNs', arns);
	const found = arns.map((arn) => {
		const service = serviceOfPart(world, arn);
		const revision = service?.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn);
		return { arn, shape: service && revision && revisionShape(service, revision) };
	});
	return {
		serviceRevisions: found.flatMap(({ shape }) => (shape ? [shape] : [])),
		failures: found.flatMap(({ arn, shape }) => (shape ? [] : [{ arn, reason: 'MISSING' }])),
	};
}

function revisionShape(service: ServiceState, revision: ServiceRevisionState): ServiceRevision {
	return {
		serviceRevisionArn: revision.serviceRevisionArn,
		serviceArn: service.serviceArn,
		clusterArn: service.clusterArn,
		taskDefinition: revision.settings.taskDefinition,
		...settingsShape(revision.settings),
		containerImages: revision.containerImages.map((image) => ({ ...image })),
		guardDutyEnabled: false,
		...(revision.loadBalancers.length > 0 && { resolvedConfiguration: { loadBalancers: resolved(revision) } }),
		createdAt: date(revision.createdAt),
	};
}

/** The target group that the revision's tasks stand in, and the rule that leads to it. */
function resolved({
	loadBalancers,
}: ServiceRevisionState): { targetGroupArn?: string; productionListenerRule?: string }[] {
	return loadBalancers.map(({ targetGroupArn, advancedConfiguration }) => ({
		...(targetGroupArn !== undefined && { targetGroupArn }),
		...(advancedConfiguration?.productionListenerRule !== undefined && {
			productionListenerRule: advancedConfiguration.productionListenerRule,
		}),
	}));
}
