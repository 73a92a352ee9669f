import { expect, test } from 'vitest';
import { ago, checkout } from '../checkout.ts';
import { deaths, found, texts } from '../found.ts';

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
