import { describe, expect, test } from 'vitest';
import { isRefusal, type Plan } from '../../../src/actions/plan.ts';
import { planTarget } from '../../../src/actions/target/plan-target.ts';
import type { TargetInput } from '../../../src/actions/target/target-input.ts';
import type { TargetSnapshot } from '../../../src/actions/target/target-snapshot.ts';
import type { ScalingPolicy } from '../../../src/model/scaling.ts';
import { policy, snapshot, tracked } from './target-snapshot.ts';

const CHECKOUT = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/checkout',
	ScalableDimension: 'ecs:service:DesiredCount',
};

function plan(from: TargetSnapshot, input: TargetInput): Plan<TargetInput> {
	const planned = planTarget(from, input);
	if (isRefusal(planned)) throw new Error(planned.refused);
	return planned;
}

const calls = ({ changes }: Plan<TargetInput>) => changes.map(({ name, input }) => [name.replace(/^.*:/u, ''), input]);
const names = ({ changes }: Plan<TargetInput>) => changes.map(({ name }) => name.replace(/^.*:/u, ''));
const differences = (planned: Plan<TargetInput>) =>
	planned.differences.map(({ what, before, after }) => `${what}: ${before} → ${after}`);
const texts = ({ remarks }: Plan<TargetInput>, asked = ['warning', 'info', 'unknown']) =>
	remarks.filter(({ level }) => asked.includes(level)).map(({ text }) => text);
const warnings = (planned: Plan<TargetInput>) => texts(planned, ['warning']);

const put = (PolicyName: string, TargetTrackingScalingPolicyConfiguration: object) => [
	'PutScalingPolicy',
	{ ...CHECKOUT, PolicyName, PolicyType: 'TargetTrackingScaling', TargetTrackingScalingPolicyConfiguration },
];

describe('another target', () => {
	test('goes back with the whole policy, what nobody here knows included', () => {
		const settings = { ScaleInCooldown: 300, FutureSetting: { Mode: 'AUTO' } };
		const from = snapshot({
			policies: [policy('cpu60', { type: 'ECSServiceAverageCPUUtilizationHighResolution', ...settings })],
		});
		const planned = plan(from, { cpu: 50 });
		const configuration = from.scaling?.policies[0]?.configuration;
		expect(calls(planned)).toEqual([put('cpu60', { ...configuration, TargetValue: 50 })]);
		expect(differences(planned)).toEqual(['CPU target: 60 % → 50 %']);
		expect(planned.undo).toEqual({ policies: { cpu60: configuration } });
	});

	const memory = policy('mem', { type: 'ECSServiceAverageMemoryUtilization', TargetValue: 80 });
	const requests = policy('req', {
		type: 'ALBRequestCountPerTarget',
		label: 'app/a/1/targetgroup/b/2',
		TargetValue: 900,
	});
	const queue = tracked('queue', {
		TargetValue: 10,
		CustomizedMetricSpecification: { Namespace: 'Shop', MetricName: 'Backlog', Statistic: 'Average' },
	});
	const math = tracked('math', {
		TargetValue: 3,
		CustomizedMetricSpecification: { Metrics: [{ Id: 'm1', Expression: 'x' }] },
	});

	test.each([
		[{ cpu: 50 }, 'cpu60'],
		[{ memory: 50 }, 'mem'],
		[{ requests: 50 }, 'req'],
	])('%j changes one of several policies', (input, name) => {
		const from = snapshot({ policies: [queue, policy(), memory, math, requests] });
		const planned = plan(from, input);
		expect(planned.changes.map((change) => 'PolicyName' in change.input && change.input.PolicyName)).toEqual([name]);
	});

	test('never takes a policy on another metric, and says that it stays', () => {
		const steps: ScalingPolicy = { resourceId: CHECKOUT.ResourceId, policyName: 'steps', policyType: 'StepScaling' };
		const planned = plan(snapshot({ policies: [queue, steps] }), { cpu: 50 });
		expect(calls(planned)).toEqual([
			put('checkout-cpu', {
				TargetValue: 50,
				PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
			}),
		]);
		expect(texts(planned)).toContain(
			'stays as it is, and scales it, too: queue (TargetTrackingScaling), steps (StepScaling)',
		);
		expect(planned.undo).toEqual({ policies: { 'checkout-cpu': null } });
	});

	test('does not take a name that a policy has already', () => {
		const mine = tracked('checkout-cpu', queue.configuration ?? {});
		expect(calls(plan(snapshot({ policies: [mine] }), { cpu: 50 }))[0]?.[1]).toMatchObject({
			PolicyName: 'checkout-cpu-2',
		});
	});

	test('for a metric that two policies follow cannot be told which', () => {
		const high = policy('cpu20', { type: 'ECSServiceAverageCPUUtilizationHighResolution' });
		expect(planTarget(snapshot({ policies: [policy(), high] }), { cpu: 50 })).toMatchObject({
			refused: 'checkout tracks CPU in several policies (cpu60, cpu20): which one is meant cannot be told.',
		});
	});
});

describe('cooldowns', () => {
	const both = snapshot({
		policies: [
			policy('cpu60', { ScaleOutCooldown: 60 }),
			policy('mem', { type: 'ECSServiceAverageMemoryUtilization' }),
		],
	});

	test('go to the policy that gets a target', () => {
		expect(differences(plan(both, { cpu: 50, scaleInCooldown: 120 }))).toEqual([
			'CPU target: 60 % → 50 %',
			"CPU scale-in cooldown: 300 s (AWS's default) → 120 s",
		]);
	});

	test('alone go to all, and each gets its own back', () => {
		const planned = plan(both, { scaleOutCooldown: 30, disableScaleIn: true });
		expect(differences(planned)).toEqual([
			'CPU scale-out cooldown: 60 s → 30 s',
			'CPU takes tasks away: yes → no',
			"Memory scale-out cooldown: 300 s (AWS's default) → 30 s",
			'Memory takes tasks away: yes → no',
		]);
		expect(planned.undo).toEqual({
			policies: {
				cpu60: both.scaling?.policies[0]?.configuration,
				mem: both.scaling?.policies[1]?.configuration,
			},
		});
	});

	test('need a policy', () => {
		expect(planTarget(snapshot({ policies: [] }), { scaleInCooldown: 60 })).toMatchObject({
			refused: expect.stringContaining('there is no cooldown to set'),
		});
	});
});

describe('deleting', () => {
	test('a policy leaves the others, and can be undone whole', () => {
		const from = snapshot({ policies: [policy('cpu60', { ScaleInCooldown: 7 })] });
		const planned = plan(from, { cpu: null });
		expect(calls(planned)).toEqual([['DeleteScalingPolicy', { ...CHECKOUT, PolicyName: 'cpu60' }]]);
		expect(differences(planned)).toEqual(['CPU target: 60 % → none']);
		expect(warnings(planned)).toEqual(['nothing follows its load then: it stays at 4']);
		expect(calls(plan(snapshot({ policies: [] }), planned.undo ?? {}))).toEqual([
			put('cpu60', from.scaling?.policies[0]?.configuration ?? {}),
		]);
	});

	test('a policy that is not there changes nothing', () => {
		expect(planTarget(snapshot(), { memory: null })).toMatchObject({
			already: true,
			refused: 'checkout tracks CPU at 60 %, between 2 and 8 tasks: that is so already.',
		});
	});

	test('one and making another comes in the order in which the load is followed all the time', () => {
		expect(names(plan(snapshot(), { cpu: null, memory: 70 }))).toEqual(['PutScalingPolicy', 'DeleteScalingPolicy']);
	});
});

describe('bounds and what is switched off', () => {
	test('only what changes of the bounds is sent', () => {
		const planned = plan(snapshot(), { max: 10 });
		expect(calls(planned)).toEqual([['RegisterScalableTarget', { ...CHECKOUT, MaxCapacity: 10 }]]);
		expect(planned.undo).toEqual({ max: 8 });
	});

	test('all three flags go along with one of them, and those that were off stay off', () => {
		const suspended = { scaleIn: false, scaleOut: false, scheduled: true };
		const planned = plan(snapshot({ scaling: { suspended } }), { scaleIn: false });
		expect(calls(planned)).toEqual([
			[
				'RegisterScalableTarget',
				{
					...CHECKOUT,
					SuspendedState: {
						DynamicScalingInSuspended: true,
						DynamicScalingOutSuspended: false,
						ScheduledScalingSuspended: true,
					},
				},
			],
		]);
		expect(differences(planned)).toEqual(['Scale-in: on → off']);
		expect(planned.undo).toEqual({ scaleIn: true });
	});

	test('what is held back is so before another target comes, and is set free after it', () => {
		const off = { scaling: { suspended: { scaleIn: true, scaleOut: false, scheduled: false } } };
		expect(names(plan(snapshot(), { cpu: 50, scaleIn: false }))).toEqual([
			'RegisterScalableTarget',
			'PutScalingPolicy',
		]);
		expect(names(plan(snapshot(off), { cpu: 50, scaleIn: true }))).toEqual([
			'PutScalingPolicy',
			'RegisterScalableTarget',
		]);
	});

	test('a count that moves within the bounds leaves the plan as it is, one that is clamped does not', () => {
		const basis = (desiredCount: number) => plan(snapshot({ service: { desiredCount } }), { max: 6 }).basis;
		expect(basis(5)).toBe(basis(4));
		expect(basis(7)).not.toBe(basis(4));
	});
});

describe('a service without autoscaling', () => {
	const none = snapshot({ scaling: null });

	test('is registered first, between bounds that are said', () => {
		const planned = plan(none, { cpu: 60 });
		expect(calls(planned)).toEqual([
			['RegisterScalableTarget', { ...CHECKOUT, MinCapacity: 4, MaxCapacity: 8 }],
			put('checkout-cpu', {
				TargetValue: 60,
				PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
			}),
		]);
		expect(differences(planned)).toEqual(['CPU target: none → 60 %', 'Minimum: none → 4', 'Maximum: none → 8']);
		expect(texts(planned, ['info'])).toEqual([
			'bounds that were not given go by the 4 tasks it has: 4 to 8',
			"AWS's cooldowns hold: 300 s before it scales again",
		]);
	});

	test('is let go again by what takes it back', () => {
		const { undo } = plan(none, { cpu: 60 });
		expect(undo).toEqual({ policies: { 'checkout-cpu': null }, registered: false });
		const made = snapshot({ policies: [policy('checkout-cpu')] });
		expect(calls(plan(made, undo ?? {}))).toEqual([['DeregisterScalableTarget', CHECKOUT]]);
	});

	test.each([
		[
			'a policy',
			{ policies: [policy('checkout-cpu'), policy('mem', { type: 'ECSServiceAverageMemoryUtilization' })] },
			[],
		],
		['a scheduled action', {}, [{ scheduledActionName: 'night', schedule: 'rate(1 day)', minCapacity: 1 }]],
	])('is not let go when %s has come since: that would go with it', (_, told, schedules) => {
		const since = { ...snapshot({ policies: [policy('checkout-cpu')], ...told }), schedules: { value: schedules } };
		const planned = plan(since, { policies: { 'checkout-cpu': null }, registered: false });
		expect(names(planned)).toEqual(['DeleteScalingPolicy']);
		expect(texts(planned)).toContain('it stays registered: scheduled actions or other policies use it, or may');
	});

	test('has nothing to change yet', () => {
		expect(planTarget(none, { min: 2, max: 10 })).toMatchObject({
			instead: 'Give it a target: for CPU, memory or requests.',
		});
	});

	test.each([{ cpu: null }, { policies: { 'checkout-cpu': null }, registered: false as const }])(
		'has nothing to lose: %j',
		(input) => {
			expect(planTarget(none, input)).toMatchObject({
				already: true,
				refused: 'checkout has no autoscaling: that is so already.',
			});
		},
	);

	test('and without tasks has no count to go by', () => {
		expect(planTarget(snapshot({ scaling: null, service: { desiredCount: 0 } }), { cpu: 60 })).toMatchObject({
			instead: 'Say its minimum and maximum, too.',
		});
	});
});

describe('nothing is planned', () => {
	test.each([
		[{ deploymentController: 'EXTERNAL' }, 'Whatever deploys it also sets the size of its task sets.'],
		[{ schedulingStrategy: 'DAEMON' }, 'Change the number of instances instead.'],
		[{ status: 'DRAINING' }, 'Create it again to run it.'],
	])('for a service that is %j', (service, instead) => {
		expect(planTarget(snapshot({ service }), { cpu: 50 })).toMatchObject({ instead });
	});

	test.each([
		[{ cpu: 0 }, 'A target for CPU is above 0, not 0.'],
		[{ requests: Number.NaN }, 'A target for requests per target is above 0, not NaN.'],
		[{ min: 1.5 }, 'The minimum is a whole number of tasks, 0 or more, not 1.5.'],
		[{ scaleOutCooldown: -1 }, 'The scale-out cooldown is a whole number of seconds, 0 or more, not -1.'],
		[{ min: 9 }, 'The minimum of 9 would be above the maximum of 8.'],
		[{ max: 1 }, 'The minimum of 2 would be above the maximum of 1.'],
		[{}, 'No change is asked for.'],
	])('for %j', (input, refused) => {
		expect(planTarget(snapshot(), input)).toMatchObject({ refused });
	});

	test('and what there is is said, when nothing is asked for', () => {
		const suspended = { scaleIn: true, scaleOut: true, scheduled: false };
		expect(planTarget(snapshot({ scaling: { suspended } }), {})).toMatchObject({
			instead: 'checkout tracks CPU at 60 %, between 2 and 8 tasks; scale-in and scale-out are off.',
		});
	});
});
