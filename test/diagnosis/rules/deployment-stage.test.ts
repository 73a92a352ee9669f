import { expect, test } from 'vitest';
import { attention } from '../../../src/diagnosis/attention.ts';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import { aService } from '../../fixtures/a-service.ts';
import { taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { advice, found, texts } from '../found.ts';

const canary = (told: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
	serviceDeploymentArn: 'arn',
	serviceArn: aService('checkout').serviceArn,
	status: 'IN_PROGRESS',
	createdAt: ago(12),
	targetTaskDefinition: taskDefinitionArn('checkout', 43),
	sourceTaskDefinitions: [taskDefinitionArn('checkout', 42)],
	strategy: 'CANARY',
	lifecycleStage: 'BAKE_TIME',
	bakeTimeInMinutes: 5,
	target: { requested: 4, running: 4, pending: 0, productionTraffic: 10 },
	sources: [
		{ taskDefinition: taskDefinitionArn('checkout', 42), requested: 4, running: 4, pending: 0, productionTraffic: 90 },
	],
	...told,
});
const service = checkout({}, { createdAt: ago(12), rolloutState: 'IN_PROGRESS' });
const pause = (expiresAt: number) => ({
	targetType: 'PAUSE',
	status: 'AWAITING_ACTION',
	expiresAt,
	timeoutAction: 'ROLLBACK',
});

test('a deployment that shifts its traffic tells stage and share, and is nothing bad', () => {
	const evidence = { service, history: [canary()] };
	const finding = found(evidence)['deployment-stage'];
	expect(finding).toMatchObject({ severity: 'info', sentence: 'canary of :43: baking, 10 % of the traffic' });
	expect(texts(finding)).toEqual([
		'canary of :43: baking, 10 % of the traffic (IN_PROGRESS)',
		':42 is kept: 4 running, 90 % of the traffic',
		'both revisions are kept for 5 min before the old one goes',
	]);
	expect(attention(evidence, NOW)).toMatchObject({ level: 'changing', reason: finding?.sentence });
});

test('one that waits for somebody does not hang, and says so before nobody waits any more', () => {
	const waiting = (expiresAt: number) =>
		found({ service, history: [canary({ hooks: [pause(expiresAt)] })] })['deployment-paused'];
	expect(waiting(NOW + 86_400_000)).toMatchObject({
		severity: 'info',
		sentence: 'the deploy of :43 waits for your go-ahead; canary of :43: baking, 10 % of the traffic',
	});
	expect(waiting(NOW + 60_000)).toMatchObject({
		severity: 'warning',
		sentence: expect.stringMatching(/; soon it rolls back$/u),
	});
	expect(texts(waiting(NOW + 60_000))[0]).toBe('in 1m nobody waits any more, and it rolls back');
	expect(advice(waiting(NOW + 60_000))).toContain('deckwatch continue-deployment checkout');
});

test('a rolling one has no stages', () => {
	const { lifecycleStage: _none, ...rolling } = canary({ strategy: 'ROLLING' });
	expect(found({ service, history: [rolling] })).toEqual({});
});

test('an alarm that fires meanwhile is named, with the stage and the traffic', () => {
	const alarm = { name: 'checkout-5xx', state: 'ALARM', reason: 'Threshold Crossed', since: ago(2) };
	const finding = found({ service, history: [canary()], alarms: [alarm] })['deployment-alarm'];
	expect(finding).toMatchObject({
		severity: 'high',
		since: ago(2),
		sentence: 'alarm checkout-5xx fires during the deploy of :43; canary of :43: baking, 10 % of the traffic',
	});
	expect(texts(finding)[0]).toBe('checkout-5xx: Threshold Crossed');
	expect(advice(finding)).toContain('deckwatch rollback checkout');
});

test('an alarm that fired before the deployment is not surely of it, and one in peace is none of its business', () => {
	const alarm = { name: 'checkout-5xx', state: 'ALARM', since: ago(30) };
	const finding = found({ service, history: [canary()], alarms: [alarm] })['deployment-alarm'];
	expect(finding?.ruledOut).toEqual(['Not surely this deploy: an alarm fired before it began']);
	expect(advice(finding)).toEqual([]);
	expect(found({ service: checkout(), alarms: [alarm] })).toEqual({});
});
