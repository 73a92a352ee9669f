import { expect, test } from 'vitest';
import { capacityOf } from '../../src/model/capacity.ts';
import { aService } from '../fixtures/a-service.ts';

const ofStrategy = (...items: readonly (readonly [name: string, weight: number, base?: number])[]) => {
	const { launchType: _, ...service } = aService('checkout');
	const strategy = items.map(([capacityProvider, weight, base = 0]) => ({ capacityProvider, weight, base }));
	return capacityOf({ ...service, capacityProviderStrategy: strategy });
};

test('a launch type says it', () => {
	expect(capacityOf({ ...aService('checkout'), launchType: 'FARGATE' })).toEqual({ fargate: ['on-demand'] });
	expect(capacityOf({ ...aService('checkout'), launchType: 'EC2' })).toEqual({ fargate: [], instances: 'all' });
});

test('else the capacity providers that may take a task', () => {
	expect(ofStrategy(['FARGATE', 1], ['FARGATE_SPOT', 3])).toEqual({ fargate: ['on-demand', 'spot'] });
	expect(ofStrategy(['FARGATE', 0, 1], ['FARGATE_SPOT', 0])).toEqual({ fargate: ['on-demand'] });
	expect(ofStrategy(['asg-small', 1], ['asg-large', 0])).toEqual({ fargate: [], instances: ['asg-small'] });
	expect(ofStrategy()).toEqual({ fargate: [] });
});
