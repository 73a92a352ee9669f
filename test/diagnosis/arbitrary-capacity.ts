import fc from 'fast-check';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import type { HealthFlip } from '../../src/model/health-flip.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { MINUTE } from '../fixtures/shop.ts';
import { maybe, NAMES, someOf, sparse, strange, text, time } from './arbitrary-values.ts';
import { ago } from './checkout.ts';

const count = fc.constantFrom(0, 1, 2, 4, 10, 1e9);
const percent = fc.constantFrom(0, 20, 60, 88, 96, 100, 250);
const arn = fc.constantFrom('arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/checkout/a6d7', 'tg', '');
const serviceArn = aService('checkout').serviceArn;
const taskArn = fc.constantFrom('a', 'b', 'c', 'd').map((id) => aTask('checkout', id).taskArn);

const series = fc
	.array(fc.option(percent, { nil: null }), { maxLength: 12 })
	.map((values) => ({ startedAt: ago(values.length), periodMs: MINUTE, values }));

const targetReason = strange(
	'Target.ResponseCodeMismatch',
	'Target.Timeout',
	'Target.FailedHealthChecks',
	'Elb.InternalError',
	'Target.NotInUse',
);

const target = sparse(
	{
		id: fc.constantFrom('10.0.3.41', '10.0.3.42', 'i-1'),
		port: count,
		state: strange('initial', 'healthy', 'unhealthy', 'unused', 'draining', 'unavailable', 'unhealthy.draining'),
	},
	{ targetGroupArn: arn, availabilityZone: text, reason: targetReason, description: text },
);

const targetGroup = sparse(
	{ targetGroupArn: arn, targetGroupName: text, loadBalancerArns: someOf(text) },
	{
		protocol: strange('HTTP', 'TCP'),
		port: count,
		targetType: strange('ip', 'instance', 'lambda'),
		healthCheckProtocol: strange('HTTP', 'HTTPS'),
		healthCheckPath: text,
		healthCheckPort: strange('traffic-port', '8080'),
		healthCheckIntervalSeconds: count,
		healthCheckTimeoutSeconds: count,
		healthyThresholdCount: count,
		unhealthyThresholdCount: count,
		matcher: text,
	},
);

const flipped = {
	at: time,
	serviceArn: fc.constant(serviceArn),
	after: strange('HEALTHY', 'UNHEALTHY', 'healthy', 'unhealthy', 'ALARM', 'OK'),
};
const before = { before: strange('HEALTHY', 'UNHEALTHY', 'healthy', 'unhealthy', 'OK') };
const flip: fc.Arbitrary<HealthFlip> = fc.oneof(
	sparse(
		{ ...flipped, kind: fc.constant('container' as const), taskArn, container: fc.constantFrom(...NAMES) },
		before,
	),
	sparse({ ...flipped, kind: fc.constant('task' as const), taskArn }, before),
	sparse(
		{
			...flipped,
			kind: fc.constant('target' as const),
			targetGroupArn: arn,
			targetId: fc.constantFrom('10.0.3.41', 'i-1'),
			port: count,
		},
		{ ...before, reason: targetReason, description: text },
	),
	sparse({ ...flipped, kind: fc.constant('alarm' as const), alarmName: text }, { ...before, reason: text }),
);

const activity = sparse(
	{
		activityId: text,
		description: fc.constantFrom('Setting desired count to 6.', 'Attempting to scale due to alarm triggered', ''),
		cause: fc.constantFrom(
			'monitor alarm TargetTracking-service/prod/checkout-AlarmHigh-1 in state ALARM triggered policy cpu',
			'',
		),
		startTime: time,
		statusCode: strange('Pending', 'InProgress', 'Successful', 'Overridden', 'Unfulfilled', 'Failed'),
		notScaledReasons: someOf(
			sparse(
				{
					code: strange(
						'AlreadyAtMaxCapacity',
						'AutoScalingAnticipatedFlapping',
						'TargetServicePutResourceAsUnscalable',
					),
				},
				{ maxCapacity: count, minCapacity: count, currentCapacity: count },
			),
		),
	},
	{ endTime: time, statusMessage: text },
);

const scaling = fc.record({
	target: fc.record({
		resourceId: fc.constant('service/prod/checkout'),
		minCapacity: count,
		maxCapacity: count,
		suspended: fc.record({ scaleIn: fc.boolean(), scaleOut: fc.boolean(), scheduled: fc.boolean() }),
	}),
	policies: someOf(
		sparse(
			{
				resourceId: fc.constant('service/prod/checkout'),
				policyName: text,
				policyType: strange('TargetTrackingScaling', 'StepScaling'),
			},
			{
				metricType: strange('ECSServiceAverageCPUUtilization', 'ECSServiceAverageMemoryUtilization'),
				targetValue: percent,
				scaleInCooldown: count,
				scaleOutCooldown: count,
			},
		),
	),
});

const attribute = sparse({ name: text }, { value: text });

const instance = sparse(
	{
		containerInstanceArn: text,
		status: strange('ACTIVE', 'DRAINING'),
		agentConnected: fc.boolean(),
		remaining: fc.record({
			cpu: count,
			memory: count,
			takenPorts: someOf(fc.constantFrom('80', '8080', '')),
			takenUdpPorts: someOf(text),
		}),
		attributes: someOf(attribute),
	},
	{ ec2InstanceId: text, capacityProviderName: text },
);

const provider = sparse(
	{ name: strange('FARGATE', 'FARGATE_SPOT', 'asg') },
	{
		group: fc.record({
			name: text,
			minSize: count,
			maxSize: count,
			desiredCapacity: count,
			inService: count,
			activities: someOf(
				sparse(
					{ description: text, cause: text, statusCode: strange('Successful', 'Failed'), startTime: time },
					{ statusMessage: text },
				),
			),
		}),
		managedScaling: sparse({ enabled: fc.boolean() }, { targetCapacity: percent }),
	},
);

/** All of the evidence that is not of the service, its tasks and its revisions. */
export const arbitraryCapacity: fc.Arbitrary<Partial<Evidence>> = fc.record({
	targets: maybe(fc.array(target, { maxLength: 5 })),
	targetGroups: maybe(someOf(targetGroup)),
	scaling: fc.oneof(fc.constant(null), maybe(scaling)),
	metrics: maybe(fc.record({ cpu: series, memory: series })),
	flips: maybe(fc.array(flip, { maxLength: 6 })),
	activities: maybe(fc.array(activity, { maxLength: 5 })),
	scheduledActions: maybe(
		someOf(
			sparse(
				{
					scheduledActionName: text,
					schedule: fc.constantFrom('at(2026-11-20T18:00:00)', 'rate(1 day)', 'cron(0 18 * * ? *)', ''),
				},
				{
					timezone: fc.constantFrom('Asia/Tokyo', 'UTC', ''),
					minCapacity: count,
					maxCapacity: count,
					startTime: time,
					endTime: time,
					createdAt: time,
				},
			),
		),
	),
	alarms: maybe(
		someOf(sparse({ name: text, state: strange('OK', 'ALARM', 'INSUFFICIENT_DATA') }, { reason: text, since: time })),
	),
	instances: maybe(someOf(instance)),
	capacityProviders: maybe(someOf(provider)),
	subnets: maybe(someOf(fc.record({ subnetId: text, availabilityZone: text, availableIpAddressCount: count }))),
});
