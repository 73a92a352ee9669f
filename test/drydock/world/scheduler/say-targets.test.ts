import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import { stopTask } from '../../../../src/drydock/world/lifecycle/stop-task.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { deploy, newsOf, serviceNamed, smallShop, taskOf, the } from '../small-shop.ts';

const balanced = (tasks: number): World =>
	smallShop({ services: [`{ name: cart, tasks: ${tasks}, loadBalancer: /healthz, deregistrationDelay: 20 }`] });

test('a task that is replaced is stopped, and ten seconds later deregistered and drained', () => {
	const world = balanced(1);
	const service = serviceNamed(world, 'cart');
	const old = the(service.deployments[0]).id;
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 5 * MINUTE);
	const events = service.events.toReversed().slice(-7);
	expect(events.map(({ message }) => message.replace(/^\(service cart\) /, ''))).toEqual([
		expect.stringMatching(/^has started 1 tasks/),
		expect.stringMatching(/^registered 1 targets in \(target-group arn:.*\)$/),
		expect.stringMatching(/^has stopped 1 running tasks/),
		expect.stringMatching(/^deregistered 1 targets in \(target-group arn:.*\)$/),
		`(service cart, taskSet ${old}) has begun draining connections on 1 tasks.`,
		expect.stringMatching(/^\(deployment ecs-svc\/\d+\) deployment completed\.$/),
		'has reached a steady state.',
	]);
	const at = (place: number) => the(events[place]).createdAt;
	expect(at(3) - at(2)).toBe(10 * SECOND);
	expect(at(4)).toBe(at(3));
});

test('a task that ends by itself is deregistered before its replacement starts', () => {
	const world = balanced(2);
	stopTask(world, taskOf(world, 'cart'), {
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
	});
	advanceBy(world, 10 * SECOND);
	expect(newsOf(world, 'cart')).toEqual([
		expect.stringMatching(/^deregistered 1 targets/),
		expect.stringMatching(/has begun draining connections on 1 tasks\.$/),
		expect.stringMatching(/^has started 1 tasks/),
	]);
});

test('a service that is scaled in is steady only when its targets are deregistered', () => {
	const world = balanced(3);
	setDesiredCount(world, serviceNamed(world, 'cart'), 2);
	advanceBy(world, MINUTE);
	const news = newsOf(world, 'cart').map((text) => text.replace(/:.*$/, ''));
	expect(news).toEqual([
		'has stopped 1 running tasks',
		expect.stringMatching(/^deregistered 1 targets/),
		expect.stringMatching(/has begun draining connections on 1 tasks\.$/),
		'has reached a steady state.',
	]);
});
