import type { Call } from '../../wire/handler.ts';
import type { AdvancedConfiguration, LoadBalancer, ServiceSettings } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { invalidParameter } from './refuse.ts';

/**
 * Refuses load balancers that tasks could not stand behind, or whose traffic could not be shifted. What it says of the
 * latter are AWS's words (ECS developer guide, troubleshooting blue/green deployments).
 * @throws {AwsFault} InvalidParameterException
 */
export function checkLoadBalancers(
	world: World,
	call: Call,
	{ loadBalancers, deploymentConfiguration }: ServiceSettings,
	definition: TaskDefinitionState,
): void {
	const advanced = loadBalancers.filter(({ advancedConfiguration }) => advancedConfiguration !== undefined);
	if (deploymentConfiguration.strategy !== 'ROLLING' && advanced.length < loadBalancers.length) {
		throw invalidParameter(
			'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
		);
	}
	if (advanced.length > 0 && advanced.length < loadBalancers.length) {
		throw invalidParameter('Either all or none of the provided loadBalancers must have advancedConfiguration defined');
	}
	const arns = loadBalancers.flatMap(groupsOf);
	const double = arns.find((arn, index) => arns.indexOf(arn) < index);
	if (double !== undefined && advanced.length > 0) throw invalidParameter(`Duplicate targetGroupArn found: ${double}`);
	for (const loadBalancer of loadBalancers) {
		checkContainer(loadBalancer, definition);
		for (const arn of groupsOf(loadBalancer)) checkTargetGroup(world, call, arn, definition);
		if (loadBalancer.advancedConfiguration) checkRules(world, loadBalancer, loadBalancer.advancedConfiguration);
	}
}

function groupsOf({ targetGroupArn = '', advancedConfiguration }: LoadBalancer): string[] {
	const alternate = advancedConfiguration?.alternateTargetGroupArn;
	return alternate === undefined ? [targetGroupArn] : [targetGroupArn, alternate];
}

function checkContainer(
	{ containerName, containerPort }: LoadBalancer,
	{ containerDefinitions }: TaskDefinitionState,
): void {
	const container = containerDefinitions.find(({ name }) => name === containerName);
	if (!container) throw invalidParameter(`The container ${containerName} does not exist in the task definition.`);
	if (container.portMappings?.some((mapping) => mapping.containerPort === containerPort)) return;
	throw invalidParameter(`The container ${containerName} did not have a container port ${containerPort} defined.`);
}

function checkTargetGroup(world: World, { region }: Call, arn: string, { networkMode }: TaskDefinitionState): void {
	const group = world.targetGroups.get(arn);
	if (group?.targetType === 'instance' && networkMode === 'awsvpc') {
		throw invalidParameter(
			`The provided target group ${arn} has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.`,
		);
	}
	if (group?.region === region && group.loadBalancerArns.length > 0) return;
	throw invalidParameter(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`);
}

/** Drydock has application load balancers only. */
function checkRules(
	world: World,
	loadBalancer: LoadBalancer,
	{ productionListenerRule, testListenerRule }: AdvancedConfiguration,
): void {
	for (const [member, arn] of Object.entries({ productionListenerRule, testListenerRule })) {
		if (arn === undefined || arn.includes(':listener-rule/')) continue;
		throw invalidParameter(
			`${member} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${arn}`,
		);
	}
	if (productionListenerRule !== undefined && productionListenerRule === testListenerRule) {
		throw invalidParameter(
			`The following rules cannot be used as both production and test listener rules: ${productionListenerRule}`,
		);
	}
	const rule = world.listenerRules.get(productionListenerRule ?? '');
	if (testListenerRule !== undefined || groupsOf(loadBalancer).every((arn) => rule?.weights.has(arn))) return;
	throw invalidParameter(
		'For Application LoadBalancer, testListenerRule is required when productionListenerRule is not associated with both targetGroup and alternateTargetGroup',
	);
}
