import { expect, test } from 'vitest';
import type { AttentionLevel } from '../../src/diagnosis/attention.ts';
import { byAttention } from '../../src/diagnosis/by-attention.ts';
import { aService } from '../fixtures/a-service.ts';

const judged = (serviceName: string, level: AttentionLevel, clusterArn = 'cluster/prod') => ({
	service: aService(serviceName, { clusterArn }),
	attention: { level, reason: '' },
});

test('what needs attention comes first, then the names, in one order on every machine', () => {
	const all = [
		judged('web', 'fine'),
		judged('cart', 'fine', 'cluster/staging'),
		judged('cart', 'fine'),
		judged('Api', 'fine'),
		judged('mail', 'changing'),
		judged('zoo', 'failing'),
		judged('ads', 'degraded'),
	];
	const order = all.toSorted(byAttention).map(({ service }) => `${service.serviceName} ${service.clusterArn}`);
	expect(order).toEqual([
		'zoo cluster/prod',
		'ads cluster/prod',
		'mail cluster/prod',
		'Api cluster/prod',
		'cart cluster/prod',
		'cart cluster/staging',
		'web cluster/prod',
	]);
});
