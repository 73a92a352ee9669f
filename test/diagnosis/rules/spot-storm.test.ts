import { expect, test } from 'vitest';
import { ago, checkout, events } from '../checkout.ts';
import { advice, deaths, found, texts } from '../found.ts';

/** ECS developer guide, Fargate Spot termination notices. */
const SPOT = {
	stopCode: 'SpotInterruption',
	stoppedReason: 'Your Spot Task was interrupted.',
	capacityProviderName: 'FARGATE_SPOT',
};
const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }];

test('tells how many Spot took back, and by which strategy', () => {
	const service = checkout({ capacityProviderStrategy, runningCount: 3 });
	const all = found({ service, tasks: deaths([2, 20, 50], 600, SPOT) });
	expect(Object.keys(all)).toEqual(['x-spot-storm']);
	expect(all['x-spot-storm']).toMatchObject({
		sentence: 'Spot took 3 tasks back within the hour; 3 of 4 running',
		since: ago(50),
	});
	expect(texts(all['x-spot-storm'])[0]).toBe('strategy: FARGATE_SPOT weight 1 base 0');
});

test('one is the day’s work, and so are few of many that stopped', () => {
	expect(found({ service: checkout(), tasks: deaths([2], 600, SPOT) })).toEqual({});
	const scaledIn = {
		stopCode: 'ServiceSchedulerInitiated',
		stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/checkout)',
	};
	const many = deaths(
		Array.from({ length: 20 }, (_, index) => 2 + index / 2),
		600,
		scaledIn,
	);
	expect(found({ service: checkout(), tasks: [...deaths([2.1, 20.1], 600, SPOT), ...many] })).toEqual({});
});

test('takes in that there is no room for what it took, and says which base would hold', () => {
	const said = '(service checkout) was unable to place a task. Reason: Capacity is unavailable at this time.';
	const tasks = deaths([2, 20, 50], 600, SPOT);
	const service = checkout({
		capacityProviderStrategy,
		runningCount: 3,
		events: events([1, said]),
	});
	const all = found({ service, tasks });
	expect(Object.keys(all)).toEqual(['x-spot-storm']);
	expect(all['x-spot-storm']?.severity).toBe('high');
	expect(advice(all['x-spot-storm'])).toEqual([
		'Give the strategy a base of 2 on FARGATE: 2 of 4 run whatever Spot does. That starts a deployment',
		'aws ecs update-service --cluster prod --region ap-northeast-1 --service checkout --force-new-deployment --capacity-provider-strategy capacityProvider=FARGATE,weight=0,base=2 capacityProvider=FARGATE_SPOT,weight=1,base=0',
	]);
	const steady = { capacityProvider: 'FARGATE', weight: 0, base: 2 };
	const safe = found({
		service: { ...service, capacityProviderStrategy: [steady, ...capacityProviderStrategy] },
		tasks,
	});
	expect(advice(safe['x-spot-storm'])).toEqual(['Wait: ECS goes on asking for what Spot took']);
});
