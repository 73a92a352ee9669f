import { describe, expect, test } from 'vitest';
import { planScale, type ScaleInput } from '../../../src/actions/scale/plan-scale.ts';
import type { ScaleSnapshot } from '../../../src/actions/scale/scale-snapshot.ts';
import { isRefusal, type Plan } from '../../../src/actions/plan.ts';
import type { AwsFailure } from '../../../src/model/aws-failure.ts';
import type { ServiceScaling } from '../../../src/model/scaling.ts';
import { service as shopService } from '../../fixtures/shop-service.ts';

const SCALING: ServiceScaling = {
	target: {
		resourceId: 'service/prod/checkout',
		minCapacity: 2,
		maxCapacity: 5,
		suspended: { scaleIn: false, scaleOut: false, scheduled: false },
	},
	policies: [
		{ resourceId: 'service/prod/checkout', policyName: 'cpu60', policyType: 'TargetTrackingScaling', targetValue: 60 },
	],
};

const NOW = Date.parse('2026-11-20T13:48:00Z');

const DENIED: AwsFailure = {
	kind: 'denied',
	service: 'application-autoscaling',
	operation: 'DescribeScalableTargets',
	code: 'AccessDeniedException',
	message: 'no',
	next: 'Ask.',
};

function snapshot(changes: Partial<ScaleSnapshot['service']> = {}, scaling?: ServiceScaling): ScaleSnapshot {
	const service = { ...shopService('checkout', { revision: 43, desired: 4 }), ...changes };
	return { service, scaling: { value: scaling }, schedules: { value: [] }, now: NOW };
}

/** What more tasks of a revision of this size on Fargate would need, without any trouble. */
function growth(free = 212): NonNullable<ScaleSnapshot['growth']> {
	const taskDefinition = {
		taskDefinitionArn: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/checkout:43',
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions: [],
		document: { cpu: '1024', memory: '2048' },
	};
	const subnets = [{ subnetId: 'subnet-0ab1', availabilityZone: 'ap-northeast-1a', availableIpAddressCount: free }];
	const quotas = [{ value: { kind: 'on-demand', vcpus: 4000, used: 12 } as const }];
	return { taskDefinition: { value: taskDefinition }, room: { subnets: { value: subnets }, quotas } };
}

const FARGATE = { launchType: 'FARGATE', network: { subnets: ['subnet-0ab1'], securityGroups: [] } };

function plan(from: ScaleSnapshot, input: ScaleInput): Plan<ScaleInput> {
	const planned = planScale(from, input);
	if (isRefusal(planned)) throw new Error(planned.refused);
	return planned;
}

const calls = ({ changes }: Plan<ScaleInput>) => changes.map(({ name, input }) => [name, input]);
const warnings = ({ remarks }: Plan<ScaleInput>) =>
	remarks.filter(({ level }) => level === 'warning').map(({ text }) => text);

describe('a service without autoscaling', () => {
	test('gets another desired count, by the one call that says nothing else', () => {
		const planned = plan(snapshot(), { count: '+2' });
		expect(planned.differences).toEqual([{ what: 'Desired count', before: '4', after: '6' }]);
		expect(calls(planned)).toEqual([
			[
				'ecs:UpdateService',
				{ cluster: expect.stringMatching(/cluster\/prod$/u), service: expect.any(String), desiredCount: 6 },
			],
		]);
		expect(planned.remarks).toEqual([]);
		expect(planned.undo).toEqual({ count: '4' });
	});

	test('is warned of at 0', () => {
		expect(warnings(plan(snapshot({ loadBalancers: [] }), { count: '0' }))).toEqual([
			'at 0 the service does no work at all',
		]);
	});

	test('behind a load balancer is warned of at 0, with the name of what answers 503 then', () => {
		const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/checkout-tg/73e2';
		const behind = snapshot({ loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 80 }] });
		expect(warnings(plan(behind, { count: '0' }))).toEqual([
			'at 0 nothing answers behind checkout-tg: every request gets a 503',
		]);
	});

	test('whose tasks do not start is warned of', () => {
		expect(warnings(plan(snapshot({ runningCount: 1, pendingCount: 2 }), { count: '6' }))).toEqual([
			'only 1 of 4 run now (2 pending): more may not start either',
		]);
	});
});

describe('more tasks on Fargate', () => {
	test('are told with their price, and with the room that there is for them', () => {
		const { remarks } = plan({ ...snapshot(FARGATE), growth: growth() }, { count: '6' });
		expect(remarks).toEqual([
			{ level: 'info', text: '4 → 6 tasks of :43 (1 vCPU, 2 GB): about +90 USD a month' },
			{ level: 'good', text: 'subnets have 212 free addresses' },
			{ level: 'good', text: 'Fargate has 12 of 4000 vCPUs in use' },
		]);
	});

	test('are none of the matter when fewer are asked for after all', () => {
		expect(plan({ ...snapshot(FARGATE), growth: growth() }, { count: '3' }).remarks).toEqual([]);
	});

	test('are warned of where addresses lack', () => {
		expect(warnings(plan({ ...snapshot(FARGATE), growth: growth(1) }, { count: '6' }))).toEqual([
			'2 more tasks need 2 addresses; subnet-0ab1 has 1 free',
		]);
	});

	test('have no price on Spot, which has none that is known', () => {
		const { launchType: _, ...service } = snapshot().service;
		const spot = { ...service, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }] };
		const { remarks } = plan({ ...snapshot(), service: spot, growth: growth() }, { count: '6' });
		expect(remarks.filter(({ level }) => level === 'info')).toEqual([]);
	});

	test('of a size that may not be read are told as far as it is known', () => {
		const unread = { ...growth(), taskDefinition: { failure: DENIED } };
		const { remarks } = plan({ ...snapshot(FARGATE), growth: unread }, { count: '6' });
		expect(remarks).toEqual([
			{
				level: 'unknown',
				text: 'size of a task: no permission to look (application-autoscaling:DescribeScalableTargets)',
			},
			{ level: 'good', text: 'subnets have 212 free addresses' },
		]);
	});
});

describe('a service with autoscaling', () => {
	test('says who may change the count again', () => {
		expect(plan(snapshot({}, SCALING), { count: '5' }).remarks).toEqual([
			{ level: 'info', text: 'cpu60 may change it again, between 2 and 5' },
		]);
	});

	test('is warned of above its maximum, which stays unless it is asked for', () => {
		const planned = plan(snapshot({}, SCALING), { count: '6' });
		expect(warnings(planned)).toEqual(['autoscaling keeps it between 2 and 5: the next scale-in takes it back to 5']);
		expect(calls(planned).map(([name]) => name)).toEqual(['ecs:UpdateService']);
	});

	test('is warned of below its minimum', () => {
		expect(warnings(plan(snapshot({}, SCALING), { count: '1' }))).toEqual([
			'autoscaling keeps it between 2 and 5: the next scale-out lifts it to 2',
		]);
	});

	test('gets the maximum first, so that the count is within it', () => {
		const planned = plan(snapshot({}, SCALING), { count: '6', moveBound: true });
		expect(calls(planned)).toEqual([
			[
				'application-autoscaling:RegisterScalableTarget',
				{
					ServiceNamespace: 'ecs',
					ResourceId: 'service/prod/checkout',
					ScalableDimension: 'ecs:service:DesiredCount',
					MaxCapacity: 6,
				},
			],
			['ecs:UpdateService', expect.objectContaining({ desiredCount: 6 })],
		]);
		expect(warnings(planned)).toEqual([]);
		expect(planned.undo).toEqual({ count: '4', bounds: { min: 2, max: 5 } });
	});

	test('gets the count first on the way back: registering a bound clamps it at once', () => {
		const raised = { ...SCALING, target: { ...SCALING.target, maxCapacity: 6 } };
		const planned = plan(snapshot({ desiredCount: 6, runningCount: 6 }, raised), {
			count: '4',
			bounds: { min: 2, max: 5 },
		});
		expect(calls(planned).map(([name]) => name)).toEqual([
			'ecs:UpdateService',
			'application-autoscaling:RegisterScalableTarget',
		]);
	});

	test('says what it could not look at', () => {
		const unknown = { ...snapshot(), scaling: { failure: DENIED } };
		expect(plan(unknown, { count: '6' }).remarks).toEqual([
			{
				level: 'unknown',
				text: 'autoscaling: no permission to look (application-autoscaling:DescribeScalableTargets)',
			},
		]);
	});

	test('says which scheduled action takes it back, and when', () => {
		const schedule = {
			scheduledActionName: 'night',
			schedule: 'cron(0 18 * * ? *)',
			timezone: 'Europe/Berlin',
			maxCapacity: 2,
		};
		const planned = plan({ ...snapshot({}, SCALING), schedules: { value: [schedule] } }, { count: '5' });
		expect(warnings(planned)).toEqual([
			'scheduled action night sets the maximum to 2 at 18:00 Europe/Berlin (in 3h12m)',
		]);
	});
});

describe('nothing is planned', () => {
	test('for the count that it has', () => {
		expect(planScale(snapshot(), { count: 'x1' })).toMatchObject({
			refused: 'The desired count of checkout is 4 already.',
			already: true,
		});
	});

	test('for a DAEMON service, whose instances are its count', () => {
		expect(planScale(snapshot({ schedulingStrategy: 'DAEMON' }), { count: '6' })).toMatchObject({
			instead: 'Change the number of instances instead.',
		});
	});

	test('for a service that is being deleted', () => {
		expect(planScale(snapshot({ status: 'DRAINING' }), { count: '6' })).toMatchObject({
			refused: expect.stringContaining('DRAINING'),
		});
	});

	test('for what is no count', () => {
		expect(planScale(snapshot(), { count: 'many' })).toEqual({
			refused: '"many" is not a number of tasks: write 6, +2, -1 or x2.',
			instead: 'It has 4 now.',
		});
	});
});
