import { expect, test } from 'vitest';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import { aService } from '../../fixtures/a-service.ts';
import { taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, checkout, died } from '../checkout.ts';
import { advice, found, texts } from '../found.ts';

const [good, bad] = [43, 44].map((revision) => taskDefinitionArn('checkout', revision)) as [string, string];

const rolledBack = (told: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
	serviceDeploymentArn: 'arn',
	serviceArn: aService('checkout').serviceArn,
	status: 'ROLLBACK_SUCCESSFUL',
	createdAt: ago(12),
	finishedAt: ago(4),
	targetTaskDefinition: bad,
	sourceTaskDefinitions: [good],
	rollbackStartedAt: ago(6),
	rollbackTaskDefinition: good,
	rollbackReason: 'ECS deployment circuit breaker: tasks failed to start.',
	circuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
	...told,
});
const dead = died(7, { startedBy: 'ecs-svc/bad', taskDefinitionArn: bad, createdAt: ago(9) });

test('tells what its tasks died of, how many were allowed, and that a pipeline may not have noticed', () => {
	const finding = found({ service: checkout(), history: [rolledBack()], tasks: [dead] })['x-circuit-breaker'];
	expect(finding).toMatchObject({ severity: 'warning', confidence: 'high', since: ago(7) });
	expect(finding?.sentence).toMatch(/^rolled back to :43.*the last task: exit 1, application error$/u);
	expect(texts(finding)).toContain('3 failures; the circuit breaker allows fewer than 3');
	expect(advice(finding).join()).toMatch(/a pipeline that waits for a steady service shows it as done/u);
	expect(advice(finding).join()).not.toMatch(/Roll back/u);
});

test('is critical while the service is short, or its rollback failed', () => {
	const short = found({ service: checkout({ runningCount: 0 }), history: [rolledBack()] })['x-circuit-breaker'];
	expect(short).toMatchObject({
		severity: 'critical',
		sentence: expect.stringMatching(/^0 of 4 running; rolled back to :43/u),
	});
	const failed = found({ service: checkout(), history: [rolledBack({ status: 'ROLLBACK_FAILED' })] });
	expect(failed['x-circuit-breaker']).toMatchObject({ severity: 'critical' });
});

test('tells an alarm and a person from the circuit breaker', () => {
	const alarms = { status: 'TRIGGERED', alarmNames: ['checkout-5xx'], triggeredAlarmNames: ['checkout-5xx'] };
	const byAlarm = found({ service: checkout(), history: [rolledBack({ alarms, rollbackReason: 'alarm detected' })] });
	expect(byAlarm['deployment-alarm']?.sentence).toBe('rolled back to :43: alarm checkout-5xx fired');
	expect(texts(byAlarm['deployment-alarm'])).toContain('alarm checkout-5xx fired during it');
	expect(advice(byAlarm['deployment-alarm']).slice(0, 3)).toEqual([
		'See what checkout-5xx saw',
		'aws cloudwatch describe-alarm-history --region ap-northeast-1 --alarm-name checkout-5xx --history-item-type StateUpdate',
		'See how it went',
	]);
	const breaker = { status: 'MONITORING', failureCount: 0, threshold: 3 };
	const byHand = found({
		service: checkout(),
		history: [rolledBack({ circuitBreaker: breaker, rollbackReason: 'Rollback requested' })],
	});
	expect(byHand).toHaveProperty('deployment-rolled-back');
});

test('a rollout that nothing takes back is critical, and may be taken back by hand', () => {
	const service = checkout(
		{
			taskDefinition: bad,
			deploymentConfiguration: {
				minimumHealthyPercent: 100,
				maximumPercent: 200,
				circuitBreaker: { enable: true, rollback: false },
			},
		},
		{ taskDefinition: bad, rolloutState: 'FAILED', createdAt: ago(20), updatedAt: ago(2) },
	);
	const before = died(40, {
		taskDefinitionArn: good,
		startedBy: 'ecs-svc/old',
		createdAt: ago(90),
		stopCode: 'ServiceSchedulerInitiated',
	});
	const finding = found({ service, tasks: [before] })['x-circuit-breaker'];
	expect(finding).toMatchObject({ severity: 'critical', sentence: 'the rollout of :44 failed' });
	expect(texts(finding)).toContain('the circuit breaker is set to leave a failed rollout where it is');
	expect(advice(finding).slice(0, 2)).toEqual(['Roll back to :43', 'deckwatch rollback checkout --to 43']);
});
