import { describe, expect, test } from 'vitest';
import { judgeDeployment } from '../../../src/actions/deploy/judge-deployment.ts';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import type { Deployment, Service } from '../../../src/model/service.ts';
import { failing } from '../../store/fake-aws.ts';
import { ARN, aSnapshot } from './a-snapshot.ts';

const OURS = { deploymentId: 'ecs-svc/44', taskDefinition: ARN(44), createdAt: 1_000 };

const deployment = (revision: number, changes: Partial<Deployment> = {}): Deployment => ({
	id: `ecs-svc/${revision}`,
	status: 'PRIMARY',
	taskDefinition: ARN(revision),
	desiredCount: 4,
	runningCount: 4,
	pendingCount: 0,
	failedTasks: 0,
	rolloutState: 'IN_PROGRESS',
	createdAt: revision === 44 ? 1_000 : revision > 44 ? 2_000 : 0,
	...changes,
});

const service = (changes: Partial<Service> = {}): Service => ({
	...aSnapshot({ app: 'reg/app:1' }).service,
	deployments: [deployment(44), deployment(43, { status: 'ACTIVE' })],
	...changes,
});

const rollout = (status: string, changes: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
	serviceDeploymentArn: 'arn:44',
	serviceArn: 'arn:checkout',
	status,
	createdAt: 1_001,
	targetTaskDefinition: ARN(44),
	sourceTaskDefinitions: [ARN(43)],
	...changes,
});

const LATER = rollout('IN_PROGRESS', {
	serviceDeploymentArn: 'arn:45',
	createdAt: 2_000,
	targetTaskDefinition: ARN(45),
});

const judged = (own: ServiceDeployment, others: readonly ServiceDeployment[] = [], changes: Partial<Service> = {}) =>
	judgeDeployment({ service: service(changes), rollouts: { value: [...others, own] } }, OURS, own);

describe('by the status of the service deployment', () => {
	test.each(['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'OF_TOMORROW'])(
		'%s is no end',
		(status) => {
			expect(judged(rollout(status))).toBeUndefined();
		},
	);

	test('SUCCESSFUL is', () => {
		expect(judged(rollout('SUCCESSFUL'))).toEqual({ state: 'done', text: 'checkout runs checkout:44.' });
	});

	test('SUCCESSFUL before the last task says so', () => {
		expect(judged(rollout('SUCCESSFUL'), [], { deployments: [deployment(44, { runningCount: 3 })] })).toEqual({
			state: 'done',
			text: 'checkout runs checkout:44. ECS calls it done already; 3 of 4 tasks run yet.',
		});
	});

	test('SUCCESSFUL, and then somebody deployed another one', () => {
		expect(judged(rollout('SUCCESSFUL'), [LATER], { deployments: [deployment(45), deployment(44)] })).toEqual({
			state: 'done',
			text: 'checkout:44 was rolled out; since then another deployment, of checkout:45, has begun.',
		});
	});

	test('a rollback that succeeded is a failure, with its reason and the alarms', () => {
		const alarms = { status: 'TRIGGERED', alarmNames: ['5xx', 'slow'], triggeredAlarmNames: ['5xx'] };
		expect(judged(rollout('ROLLBACK_SUCCESSFUL', { statusReason: 'An alarm.', alarms }))).toEqual({
			state: 'failed',
			text: 'checkout:44 failed, and was rolled back to checkout:43.\nAn alarm.\nAlarms that fired: 5xx.',
		});
	});

	test('a rollback goes to where ECS says, which may be further back', () => {
		expect(judged(rollout('ROLLBACK_SUCCESSFUL', { rollbackTaskDefinition: ARN(41) }))).toMatchObject({
			text: 'checkout:44 failed, and was rolled back to checkout:41.',
		});
	});

	test('a rollback that failed needs somebody', () => {
		expect(judged(rollout('ROLLBACK_FAILED'))).toMatchObject({
			state: 'failed',
			text: 'checkout:44 failed, and so did rolling it back.',
			next: expect.stringContaining('deckwatch events checkout'),
		});
	});

	test('STOPPED is stuck, unless another deployment has taken its place', () => {
		expect(judged(rollout('STOPPED', { statusReason: 'Circuit breaker.' }))).toEqual({
			state: 'failed',
			text: 'The deployment of checkout:44 was stopped.\nCircuit breaker.',
			stuck: 'ecs-svc/44',
		});
		expect(judged(rollout('STOPPED'), [LATER])).toEqual({
			state: 'failed',
			text: 'Another deployment, of checkout:45, took the place of checkout:44.',
		});
	});
});

describe('by the service, where service deployments may not be seen', () => {
	const bySight = (changes: Partial<Service>) =>
		judgeDeployment({ service: service(changes), rollouts: { failure: failing('denied').failure } }, OURS, undefined);

	test.each<readonly [string, readonly Deployment[], ReturnType<typeof bySight>]>([
		['it goes on', [deployment(44), deployment(43, { status: 'ACTIVE' })], undefined],
		[
			'complete, and old tasks still there',
			[deployment(44, { rolloutState: 'COMPLETED' }), deployment(43, { status: 'ACTIVE' })],
			undefined,
		],
		[
			'complete',
			[deployment(44, { rolloutState: 'COMPLETED' })],
			{ state: 'done', text: 'checkout runs checkout:44.' },
		],
		[
			'it failed, and nothing rolls it back',
			[deployment(44, { rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' })],
			{ state: 'failed', text: 'checkout:44 failed: tasks failed to start', stuck: 'ecs-svc/44' },
		],
		[
			'it is being rolled back',
			[deployment(43), deployment(44, { status: 'ACTIVE', rolloutState: 'FAILED' })],
			undefined,
		],
		[
			'it was rolled back',
			[deployment(43, { rolloutState: 'COMPLETED' })],
			{ state: 'failed', text: 'checkout:44 failed, and was rolled back to checkout:43.' },
		],
		[
			'it was rolled back by a deployment of its own',
			[
				deployment(45, {
					taskDefinition: ARN(43),
					rolloutState: 'COMPLETED',
					rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/43.',
				}),
			],
			{ state: 'failed', text: 'checkout:44 failed, and was rolled back to checkout:43.' },
		],
		[
			'another one took its place',
			[deployment(45)],
			{ state: 'failed', text: 'Another deployment, of checkout:45, took the place of checkout:44.' },
		],
	])('%s', (_, deployments, end) => {
		expect(bySight({ deployments })).toEqual(end);
	});
});
