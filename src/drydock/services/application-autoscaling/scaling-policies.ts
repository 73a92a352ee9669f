import { isDeepStrictEqual } from 'node:util';
import type {
	DeleteScalingPolicyRequest,
	DescribeScalingPoliciesRequest,
	DescribeScalingPoliciesResponse,
	PutScalingPolicyRequest,
	PutScalingPolicyResponse,
	ScalingPolicy,
	TargetTrackingScalingPolicyConfiguration,
} from '@aws-sdk/client-application-auto-scaling';
import { createPolicy } from '../../scaling/create-policy.ts';
import { arnOf } from '../../world/arn.ts';
import type { ScalableTargetState, ScalingPolicyState, TargetTrackingConfiguration } from '../../world/scaling.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';
import {
	invalid,
	invalidToken,
	limitExceeded,
	type Look,
	named,
	notFound,
	notValid,
	registeredTarget,
	serviceBehind,
	targetsAsked,
} from './look.ts';

const PAGE = { min: 1, max: 10 };

/** Of a scalable target (Application Auto Scaling user guide, quotas). */
const MOST_POLICIES = 50;

/** What a service can be tracked by (Application Auto Scaling API reference, PredefinedMetricSpecification). */
const ECS_METRICS = [
	'ECSServiceAverageCPUUtilization',
	'ECSServiceAverageMemoryUtilization',
	'ALBRequestCountPerTarget',
];

/** @throws {AwsFault} ValidationException, InvalidNextTokenException */
export function describeScalingPolicies(
	look: Look,
	input: DescribeScalingPoliciesRequest,
): DescribeScalingPoliciesResponse {
	const { PolicyNames = [], MaxResults = PAGE.max } = input;
	checkBounds('ValidationException', 'maxResults', MaxResults, PAGE);
	const policies = targetsAsked(look, input)
		.flatMap((target) => target.policies.map((policy) => ({ target, policy })))
		.filter(({ policy }) => PolicyNames.length === 0 || PolicyNames.includes(policy.policyName));
	const { items, nextToken } = pageOf(policies, MaxResults, input.NextToken, invalidToken);
	return {
		ScalingPolicies: items.map(({ target, policy }) => ({
			...named(target),
			PolicyARN: policy.policyArn,
			PolicyName: policy.policyName,
			PolicyType: 'TargetTrackingScaling',
			TargetTrackingScalingPolicyConfiguration:
				policy.configuration as ScalingPolicy['TargetTrackingScalingPolicyConfiguration'],
			Alarms: alarmsOf(look, target, policy),
			CreationTime: new Date(policy.createdAt),
		})),
		NextToken: nextToken,
	};
}

/**
 * Makes or replaces a target-tracking policy; a changed one keeps its alarms. Step and predictive scaling are not
 * simulated.
 * @throws {AwsFault} ObjectNotFoundException, ValidationException, LimitExceededException
 */
export function putScalingPolicy(look: Look, input: PutScalingPolicyRequest): PutScalingPolicyResponse {
	const { world } = look;
	const target = registeredTarget(look, input);
	const { PolicyName = '', PolicyType, TargetTrackingScalingPolicyConfiguration: configuration } = input;
	if (PolicyType !== 'TargetTrackingScaling') {
		throw invalid(`drydock simulates TargetTrackingScaling only, not ${PolicyType ?? 'StepScaling'}`);
	}
	if (configuration?.TargetValue === undefined) {
		throw invalid('TargetTrackingScalingPolicyConfiguration must be specified for PolicyType TargetTrackingScaling');
	}
	checkMetric(configuration);
	checkLabel(look, input, configuration.PredefinedMetricSpecification?.ResourceLabel);
	const tracking = configuration as TargetTrackingConfiguration;
	const known = target.policies.find(({ policyName }) => policyName === PolicyName);
	const others = target.policies.filter((policy) => policy !== known);
	if (others.some((policy) => isSameMetric(policy.configuration, tracking))) {
		// As users of the API quote it (hashicorp/terraform-provider-aws, issue 34408).
		throw invalid('Only one TargetTrackingScaling policy for a given metric specification is allowed.');
	}
	if (others.length >= MOST_POLICIES) throw limitExceeded();
	if (known) known.configuration = tracking;
	const created = { policyName: PolicyName, configuration: tracking, createdAt: world.clock.now };
	const policy = known ?? createPolicy(world, target, created);
	return { PolicyARN: policy.policyArn, Alarms: alarmsOf(look, target, policy) };
}

/** One metric, predefined for ECS or customized, with a target above 0. @throws {AwsFault} ValidationException */
function checkMetric({
	TargetValue = 0,
	PredefinedMetricSpecification: predefined,
	CustomizedMetricSpecification: customized,
}: TargetTrackingScalingPolicyConfiguration): void {
	if (TargetValue <= 0 || (predefined === undefined) === (customized === undefined)) throw notValid();
	if (!predefined) return;
	const { PredefinedMetricType, ResourceLabel } = predefined;
	if (!ECS_METRICS.includes(PredefinedMetricType ?? '')) throw notValid();
	if ((PredefinedMetricType === 'ALBRequestCountPerTarget') !== (ResourceLabel !== undefined)) throw notValid();
}

/** The label names a target group of the service, and the load balancer before it. @throws {AwsFault} ValidationException */
function checkLabel(look: Look, input: PutScalingPolicyRequest, label: string | undefined): void {
	if (label === undefined) return;
	const { settings } = serviceBehind(look, input);
	const labels = settings.loadBalancers.flatMap(({ targetGroupArn = '' }) =>
		(look.world.targetGroups.get(targetGroupArn)?.loadBalancerArns ?? []).map(
			(arn) => `${arn.slice(arn.indexOf(':loadbalancer/') + ':loadbalancer/'.length)}/${resourceOf(targetGroupArn)}`,
		),
	);
	if (!labels.includes(label)) throw notValid();
}

function resourceOf(arn: string): string {
	return arn.slice(arn.lastIndexOf(':') + 1);
}

function isSameMetric(one: TargetTrackingConfiguration, other: TargetTrackingConfiguration): boolean {
	const metricOf = ({ PredefinedMetricSpecification, CustomizedMetricSpecification }: TargetTrackingConfiguration) => [
		PredefinedMetricSpecification?.PredefinedMetricType,
		PredefinedMetricSpecification?.ResourceLabel,
		CustomizedMetricSpecification,
	];
	return isDeepStrictEqual(metricOf(one), metricOf(other));
}

/** @throws {AwsFault} ObjectNotFoundException */
export function deleteScalingPolicy(look: Look, input: DeleteScalingPolicyRequest): object {
	const { policies } = registeredTarget(look, input);
	const index = policies.findIndex(({ policyName }) => policyName === input.PolicyName);
	if (index === -1) throw notFound('No scaling policy found', input);
	policies.splice(index, 1);
	return {};
}

function alarmsOf({ world }: Look, { region }: ScalableTargetState, { alarmNames, configuration }: ScalingPolicyState) {
	const names = configuration.DisableScaleIn ? alarmNames.slice(0, 1) : alarmNames;
	return names.map((AlarmName) => ({
		AlarmName,
		AlarmARN: arnOf(world, 'cloudwatch', region, `alarm:${AlarmName}`),
	}));
}
