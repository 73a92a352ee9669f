import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { StopTaskCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { followWorld } from '../../../src/drydock/logs/follow-world.ts';
import { emptyLogBook } from '../../../src/drydock/logs/log-book.ts';
import { HOUR, MINUTE } from '../../../src/drydock/world/clock.ts';
import { openShop } from '../services/open-shop.ts';

const tasksOf = ({ world }: ReturnType<typeof openShop>, service: string) =>
	[...world.tasks.values()].filter(({ group }) => group === `service:${service}`);

describe('a log stream', () => {
	test('is there for each container that has started, named after prefix, container and task', () => {
		const shop = openShop();
		const book = emptyLogBook();
		followWorld(book, shop.world);
		const [task] = tasksOf(shop, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING');
		const streams = book.groups.get('ap-northeast-1//ecs/prod/cart')?.streams;
		expect([...(streams?.keys() ?? [])]).toContain(`ecs/cart/${task?.taskId}`);
	});

	test('ends with the words of a process that is asked to stop, and outlives its task', async () => {
		const shop = openShop();
		const [task] = tasksOf(shop, 'checkout').filter(({ lastStatus }) => lastStatus === 'RUNNING');
		await shop.ecs.send(new StopTaskCommand({ cluster: 'prod', task: task?.taskId }));
		shop.step(2 * HOUR);
		expect(tasksOf(shop, 'checkout')).not.toContain(task);
		const { events = [] } = await shop.logs.send(
			new GetLogEventsCommand({
				logGroupName: '/ecs/prod/checkout',
				logStreamName: `ecs/checkout/${task?.taskId}`,
				limit: 6,
			}),
		);
		expect(events.map(({ message }) => message).join('\n')).toMatch(/SIGTERM|signal|graceful/i);
		expect(events.at(-1)?.timestamp).toBeLessThan(shop.world.clock.now - HOUR);
	});

	test('breaks off without a word when the container is killed for its memory', async () => {
		const shop = openShop('oom');
		shop.step(20 * MINUTE);
		const book = emptyLogBook();
		followWorld(book, shop.world);
		const killed = tasksOf(shop, 'recommendations').find(({ containers }) => containers[0]?.exitCode === 137);
		const stream = book.streams.get(killed?.containers[0]?.containerArn ?? '');
		expect(stream?.end?.ending).toBe('silent');
		expect(stream?.end?.at).toBe(Math.ceil(killed?.containers[0]?.stoppedAt ?? 0));
	});

	test('of a process on the wrong port says which one, and then nothing', async () => {
		const shop = openShop('health-check');
		const sick = tasksOf(shop, 'checkout').find(({ containers }) => containers[0]?.image.endsWith(':43'));
		shop.step(20 * MINUTE);
		const { events = [] } = await shop.logs.send(
			new GetLogEventsCommand({
				logGroupName: '/ecs/prod/checkout',
				logStreamName: `ecs/checkout/${sick?.taskId}`,
				startFromHead: true,
			}),
		);
		const lines = events.map(({ message = '' }) => message);
		expect(lines.some((line) => line.includes('8081'))).toBe(true);
		expect(lines.length).toBeLessThan(12);
	});
});
