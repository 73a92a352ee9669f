import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE } from '../../../../src/drydock/world/clock.ts';
import { createDrydock } from '../../../../src/drydock/drydock.ts';
import { readScenario } from '../../../../src/drydock/scenario/read-scenario.ts';
import { deploy, newsOf, NOON, serviceNamed, the } from '../small-shop.ts';

/** Cart with an alarm on its errors, under such a script, and its newest rollout. */
function alarmed(script: readonly string[] = [], cart = '') {
	const yaml = [
		'description: a test',
		'clusters: [{ name: prod, region: ap-northeast-1 }]',
		`services: [{ name: cart, port: 8080, tasks: 2, revision: 42, loadBalancer: /healthz, traffic: { base: 50 }, alarms: [cart-5xx] ${cart} }]`,
		'alarms: [{ name: cart-5xx, service: cart, metric: HTTPCode_Target_5XX_Count, above: 10, periods: 2 }]',
		"behaviours: { 'cart:43': { errorRate: 0.5 } }",
		`script: [${script.join(', ')}]`,
	].join('\n');
	const { world } = createDrydock({ scenario: readScenario(yaml, 'test.yaml'), startAt: NOON, now: () => NOON });
	const service = serviceNamed(world, 'cart');
	return {
		world,
		service,
		rollout: () => the(service.serviceDeployments[0]),
		alarm: the([...world.alarms.values()][0]),
	};
}

test('a rolling deployment whose errors raise an alarm is rolled back', () => {
	const { world, service, rollout, alarm } = alarmed();
	const good = the(service.deployments[0]).id;
	deploy(world, 'cart', 'cart:43');
	const bad = the(service.deployments[0]).id;
	expect(rollout().alarms).toEqual({ status: 'MONITORING', alarmNames: ['cart-5xx'], triggeredAlarmNames: [] });
	advanceBy(world, 12 * MINUTE);
	expect(rollout()).toMatchObject({
		status: 'ROLLBACK_SUCCESSFUL',
		alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['cart-5xx'] },
		circuitBreaker: { status: 'MONITORING_COMPLETE' },
	});
	expect(service.settings.taskDefinition).toMatch(/cart:42$/);
	const news = newsOf(world, 'cart');
	const failed = news.indexOf(`(deployment ${bad}) deployment failed: alarm detected.`);
	expect(news[failed + 1]).toBe(`rolling back to deployment ${good}.`);
	expect(alarm.changes.map(({ state }) => state).slice(0, 2)).toEqual(['OK', 'ALARM']);
});

test('a rolling deployment is watched for a while after it is in steady state, and then complete', () => {
	const { world, service, rollout } = alarmed();
	deploy(world, 'cart', 'cart:44');
	advanceBy(world, 3 * MINUTE);
	expect(newsOf(world, 'cart')).toContain('has reached a steady state.');
	expect(service.deployments).toHaveLength(1);
	expect(rollout().status).toBe('IN_PROGRESS');
	advanceBy(world, 4 * MINUTE);
	expect(rollout()).toMatchObject({ status: 'SUCCESSFUL', alarms: { status: 'MONITORING_COMPLETE' } });
});

test('an alarm that goes off during the bake of a blue/green deployment gives the traffic back', () => {
	const { world, rollout } = alarmed(
		['{ at: 10m, do: alarm, name: cart-5xx, state: ALARM }'],
		', deployment: { strategy: blue-green, bake: 30m }',
	);
	deploy(world, 'cart', 'cart:44');
	advanceBy(world, 9 * MINUTE);
	expect(rollout().shift?.production).toBe(100);
	advanceBy(world, 3 * MINUTE);
	expect(rollout()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL', shift: { production: 0 } });
});

test('an alarm without rollback stops the deployment where it is', () => {
	const { world, service, rollout } = alarmed(['{ at: 2m, do: alarm, name: cart-5xx, state: ALARM }']);
	const { settings } = service;
	const alarms = { alarmNames: ['cart-5xx'], enable: true, rollback: false };
	service.settings = { ...settings, deploymentConfiguration: { ...settings.deploymentConfiguration, alarms } };
	deploy(world, 'cart', 'cart:44');
	advanceBy(world, 5 * MINUTE);
	expect(rollout().status).toBe('STOPPED');
	expect(service.deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'FAILED' });
});

test('an alarm that is on already when a deployment begins does not watch it', () => {
	const { world, rollout } = alarmed(['{ at: 1m, do: alarm, name: cart-5xx, state: ALARM, reason: a drill }']);
	advanceBy(world, 2 * MINUTE);
	deploy(world, 'cart', 'cart:44');
	expect(rollout().alarms.status).toBe('DISABLED');
	advanceBy(world, 5 * MINUTE);
	expect(rollout().status).toBe('SUCCESSFUL');
});
