import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { activeTasksOf, countsAsHealthy } from '../../../../src/drydock/world/scheduler/service-tasks.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import { deploy, newsOf, serviceNamed, smallShop, tasks } from '../small-shop.ts';

const tag = '43';

test('a rollout never has fewer healthy tasks than the lower bound, nor more tasks than the upper', () => {
	fc.assert(
		fc.property(
			fc.record({
				desired: fc.integer({ min: 1, max: 7 }),
				minimum: fc.integer({ min: 0, max: 100 }),
				maximum: fc.integer({ min: 100, max: 200 }),
				seed: fc.integer({ min: 1, max: 1_000 }),
				broken: fc.boolean(),
				balanced: fc.boolean(),
			}),
			({ desired, minimum, maximum, seed, broken, balanced }) => {
				const world = smallShop({
					seed,
					services: [
						`{ name: cart, tasks: ${desired}, minimumHealthyPercent: ${minimum}, maximumPercent: ${maximum}, deregistrationDelay: 10${balanced ? ', loadBalancer: /healthz' : ''} }`,
					],
					behaviours: broken ? '{ "cart:43": { exit: { after: 8, code: 1 } } }' : '{}',
				});
				const lower = Math.ceil((desired * minimum) / 100);
				const upper = Math.floor((desired * maximum) / 100);
				deploy(world, 'cart', `cart:${tag}`);
				for (let second = 0; second < 300; second++) {
					advanceBy(world, SECOND);
					const active = activeTasksOf(world, serviceNamed(world, 'cart'));
					expect(active.length).toBeLessThanOrEqual(upper);
					expect(active.filter((task) => countsAsHealthy(world, task)).length).toBeGreaterThanOrEqual(lower);
				}
			},
		),
		{ numRuns: 40 },
	);
});

test('a deployment ends with the new revision only, COMPLETED, and says so', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 3, loadBalancer: /healthz }'] });
	const service = serviceNamed(world, 'cart');
	const before = service.deployments[0]?.id;
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 30 * SECOND);
	expect(service.deployments.map(({ status, rolloutState }) => [status, rolloutState])).toEqual([
		['PRIMARY', 'IN_PROGRESS'],
		['ACTIVE', 'COMPLETED'],
	]);
	expect(service.serviceDeployments[0]?.status).toBe('IN_PROGRESS');
	advanceBy(world, 4 * MINUTE);
	const [primary, ...others] = service.deployments;
	expect(others).toEqual([]);
	expect(primary).toMatchObject({
		status: 'PRIMARY',
		rolloutState: 'COMPLETED',
		rolloutStateReason: `ECS deployment ${primary?.id} completed.`,
	});
	expect(primary?.id).not.toBe(before);
	expect(service.serviceDeployments[0]).toMatchObject({
		status: 'SUCCESSFUL',
		circuitBreaker: { status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 },
	});
	const running = tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING');
	expect(running.map(({ startedBy }) => startedBy)).toEqual([primary?.id, primary?.id, primary?.id]);
	expect(newsOf(world, 'cart').slice(-2)).toEqual([
		`(deployment ${primary?.id}) deployment completed.`,
		'has reached a steady state.',
	]);
});

test('tasks that a rollout stops name the new deployment', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 2 }'] });
	const [old] = tasks(world, 'cart');
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 4 * MINUTE);
	expect(old).toMatchObject({
		stopCode: 'ServiceSchedulerInitiated',
		stoppedReason: `Scaling activity initiated by (deployment ${serviceNamed(world, 'cart').deployments[0]?.id})`,
	});
});

test('with no room above and none below, a rollout stands still and the service says so once', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 1, minimumHealthyPercent: 100, maximumPercent: 150 }'],
	});
	const [old] = tasks(world, 'cart');
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 10 * MINUTE);
	expect(tasks(world, 'cart')).toEqual([old]);
	expect(serviceNamed(world, 'cart').deployments[0]?.rolloutState).toBe('IN_PROGRESS');
	expect(newsOf(world, 'cart')).toEqual([
		'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
	]);
});

test('scaling out starts tasks, scaling in stops what has not started yet before what runs', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 2 }'] });
	const service = serviceNamed(world, 'cart');
	setDesiredCount(world, service, 4);
	advanceBy(world, 10 * SECOND);
	expect(activeTasksOf(world, service).length).toBe(4);
	setDesiredCount(world, service, 1);
	advanceBy(world, 10 * SECOND);
	const [left, ...others] = activeTasksOf(world, service);
	expect(others).toEqual([]);
	expect(left?.lastStatus).toBe('RUNNING');
	const news = newsOf(world, 'cart');
	expect(news[0]).toMatch(/^has started 2 tasks: \(task [0-9a-f]{32}\) \(task [0-9a-f]{32}\)\.$/);
	expect(news[1]).toBe('stopped 2 pending tasks.');
	expect(news[2]).toMatch(/^has stopped 1 running tasks: \(task [0-9a-f]{32}\)\.$/);
});

test('a service launches 500 tasks a minute', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 1 }'] });
	const service = serviceNamed(world, 'cart');
	setDesiredCount(world, service, 2_000);
	advanceBy(world, MINUTE);
	expect(activeTasksOf(world, service).length).toBeGreaterThan(300);
	expect(activeTasksOf(world, service).length).toBeLessThanOrEqual(551);
	advanceBy(world, 5 * MINUTE);
	expect(tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING')).toHaveLength(2_000);
});

test('a rollout that another overtakes is stopped', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 2 }'] });
	const service = serviceNamed(world, 'cart');
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 20 * SECOND);
	deploy(world, 'cart', 'cart:44');
	advanceBy(world, 5 * MINUTE);
	expect(service.serviceDeployments.slice(0, 2).map(({ status }) => status)).toEqual(['SUCCESSFUL', 'STOPPED']);
	expect(service.deployments).toHaveLength(1);
});

test('events are the newest hundred, newest first, and a steady state is not repeated within six hours', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 2 }'],
		behaviours: '{ "cart:43": { exit: { after: 5, code: 1 } } }',
	});
	const { events } = serviceNamed(world, 'cart');
	advanceBy(world, 30 * MINUTE);
	expect(newsOf(world, 'cart')).toEqual([]);
	serviceNamed(world, 'cart').settings = {
		...serviceNamed(world, 'cart').settings,
		deploymentConfiguration: {
			...serviceNamed(world, 'cart').settings.deploymentConfiguration,
			deploymentCircuitBreaker: { enable: false, rollback: false },
		},
	};
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 120 * MINUTE);
	expect(events).toHaveLength(100);
	expect(events.map(({ createdAt }) => createdAt)).toEqual(
		events.map(({ createdAt }) => createdAt).toSorted((one, other) => other - one),
	);
});
