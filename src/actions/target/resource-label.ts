import type { TargetGroup } from '../../model/load-balancing.ts';
import type { Service } from '../../model/service.ts';
import type { Refusal } from '../plan.ts';

/** Strategies that swap the target groups of a service. */
const SWAPPING: ReadonlySet<string> = new Set(['BLUE_GREEN', 'LINEAR', 'CANARY']);

/**
 * By what AWS knows whose requests to count: the end of the load balancer's ARN and that of the target group's
 * (Application Auto Scaling API reference, PredefinedMetricSpecification, ResourceLabel); or why there is none.
 *
 * @param groups those of the service
 */
export function resourceLabel(service: Service, groups: readonly TargetGroup[]): string | Refusal {
	const { serviceName, deploymentController, deploymentConfiguration } = service;
	// ECS developer guide, target tracking: ALBRequestCountPerTarget is not supported for the blue/green deployment type.
	if (deploymentController === 'CODE_DEPLOY' || SWAPPING.has(deploymentConfiguration?.strategy ?? '')) {
		return refusal(`Requests per target cannot be tracked for ${serviceName}: its deployments swap target groups.`);
	}
	const balanced = groups.flatMap(({ targetGroupArn, loadBalancerArns }) =>
		loadBalancerArns.map((arn) => ({ group: afterColon(targetGroupArn), balancer: afterColon(arn) })),
	);
	const [one, ...others] = balanced.filter(({ balancer }) => balancer.startsWith('loadbalancer/app/'));
	if (!one) return refusal(whyNone(serviceName, groups, balanced.length));
	if (others.length > 0) {
		const names = [one, ...others].map(({ balancer, group }) => `${nameIn(balancer)}/${nameIn(group)}`).join(', ');
		return refusal(`${serviceName} gets requests in several ways (${names}), and a policy counts those of one.`);
	}
	return `${one.balancer.slice('loadbalancer/'.length)}/${one.group}`;
}

function whyNone(serviceName: string, groups: readonly TargetGroup[], balancers: number): string {
	if (groups.length === 0) return `${serviceName} is behind no target group: there are no requests to count.`;
	return balancers === 0
		? `The target group of ${serviceName} is behind no load balancer: no requests reach it.`
		: `${serviceName} is behind no Application Load Balancer, and only these count requests.`;
}

function refusal(refused: string): Refusal {
	return { refused, instead: 'Track its CPU or memory instead.' };
}

function afterColon(arn: string): string {
	return arn.slice(arn.lastIndexOf(':') + 1);
}

/** `targetgroup/checkout/73e2` -> `checkout` */
function nameIn(resource: string): string {
	return resource.split('/').at(-2) ?? resource;
}
