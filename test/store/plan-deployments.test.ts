import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Topic } from '../../src/store/picture.ts';
import { planReadings } from '../../src/store/plan-readings.ts';
import type { Service } from '../../src/model/service.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';
import { aReadingContext } from './a-reading-context.ts';

const checkout = serviceArn('checkout');
const whole: Topic = { kind: 'services', clusterArn: PROD };

function histories(topics: readonly Topic[], ...services: readonly Service[]): readonly string[] {
	const value = Object.fromEntries(services.map((service) => [service.serviceArn, service]));
	const picture = { ...EMPTY_PICTURE, services: { [PROD]: { value, readAt: 1 } } };
	const context = aReadingContext(() => picture);
	return planReadings(context, topics).flatMap(({ table, key }) => (table === 'serviceDeployments' ? [key] : []));
}

test('knows the rollouts of the selected service and of those that fail, and of no others', () => {
	const failing = aService('payments', { runningCount: 0 });
	const peaceful = [aService('checkout'), aService('search')];
	expect(histories([whole], ...peaceful, failing)).toEqual([expect.stringContaining('/payments ')]);
	expect(histories([whole, { kind: 'service', serviceArn: checkout }], ...peaceful)).toEqual([
		expect.stringContaining('/checkout '),
	]);
});

test('reads them anew when the deployments change, and only then', () => {
	const selected: Topic = { kind: 'service', serviceArn: checkout };
	const before = aService('checkout');
	const deployments = before.deployments.map((one) => ({ ...one, rolloutState: 'FAILED' }));
	const keys = histories([selected], before);
	expect(histories([selected], { ...before, runningCount: 1 })).toEqual(keys);
	expect(histories([selected], { ...before, deployments })).not.toEqual(keys);
});

test('leaves them to the screen that shows them', () => {
	const topics: readonly Topic[] = [
		{ kind: 'service', serviceArn: checkout },
		{ kind: 'service-deployments', serviceArn: checkout },
	];
	expect(histories(topics, aService('checkout'))).toEqual([`service deployments ${checkout}`]);
});

test('knows those of a service that is in trouble although all its tasks run', () => {
	const calm = aService('payments');
	const deployments = calm.deployments.map((one) => ({ ...one, failedTasks: 3 }));
	expect(histories([whole], aService('checkout'), { ...calm, deployments })).toEqual([
		expect.stringContaining('/payments '),
	]);
});
