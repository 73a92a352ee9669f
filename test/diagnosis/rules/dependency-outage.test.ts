import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import type { Diagnosed, Finding } from '../../../src/diagnosis/finding.ts';
import { dependencyOutage } from '../../../src/diagnosis/rules/dependency-outage.ts';
import type { Deployment, Service } from '../../../src/model/service.ts';
import { aService } from '../../fixtures/a-service.ts';
import { serviceArn } from '../../fixtures/shop.ts';
import { ago, events, NOW } from '../checkout.ts';
import { flip, GROUP, killed } from '../failing-checks.ts';

const unhealthy = (reason: string) =>
	`(service x) (task 9d8) (port 8080) is unhealthy in (target-group ${GROUP}) due to (reason ${reason}).`;
const TIMEOUT = unhealthy('Request timed out');

const shown = (name: string, changes: Partial<Finding> = {}): Finding => ({
	id: 'tg-timeout',
	severity: 'critical',
	confidence: 'high',
	sentence: 'no healthy target',
	serviceArns: [serviceArn(name)],
	evidence: [],
	ruledOut: [],
	next: [],
	...changes,
});

function ill(
	name: string,
	minutes: number,
	{
		rollout = {},
		finding = {},
		service = {},
		...evidence
	}: Partial<Omit<Evidence, 'service'>> & {
		readonly rollout?: Partial<Deployment>;
		readonly finding?: Partial<Finding>;
		readonly service?: Partial<Service>;
	} = {},
): Diagnosed {
	const plain = aService(name, { events: events([minutes, TIMEOUT]) });
	const deployments = plain.deployments.map((one) => ({ ...one, ...rollout }));
	return {
		evidence: { service: { ...plain, deployments, ...service }, ...evidence },
		findings: [shown(name, finding)],
	};
}

const find = (...services: readonly Diagnosed[]) => dependencyOutage(services, NOW)[0];

test('several services whose checks began to fail together: it is what they share, and no reason to roll back', () => {
	const found = find(ill('checkout', 4), ill('cart', 6), ill('orders', 5));
	expect(found).toMatchObject({
		id: 'x-dependency-outage',
		severity: 'warning',
		confidence: 'medium',
		sentence:
			'the checks of cart, orders and checkout began to fail within 2m, and none was deployed: something they share, or the network',
		serviceArns: ['cart', 'orders', 'checkout'].map(serviceArn),
		since: ago(6),
		next: [{ text: 'Do not roll back: what ran well for hours would fail again' }, {}, {}],
	});
	expect(found?.explains).toEqual(expect.arrayContaining(['tg-timeout', 'container-healthcheck-failed']));
	expect(found?.evidence.map(({ text, at }) => [text, at])).toContainEqual([
		'cart: its tasks fail their checks',
		ago(6),
	]);
});

test('two may be chance, many are counted', () => {
	expect(find(ill('checkout', 4), ill('cart', 6))?.confidence).toBe('low');
	const many = ['a', 'b', 'c', 'd', 'e'].map((name) => ill(name, 3));
	expect(find(...many)?.sentence).toMatch(/^the checks of a, b and 3 more began to fail within 1m, /u);
});

test('the time comes from kills and from what was seen to change, too', () => {
	const plain = { service: { events: [] } };
	const byKill = ill('cart', 0, { ...plain, tasks: [killed('container', 3, 4000)] });
	const byFlip = ill('orders', 0, { ...plain, flips: [flip(4, 'healthy', 'unhealthy')] });
	expect(find(byKill, byFlip)).toMatchObject({ since: ago(4) });
});

describe('finds nothing', () => {
	const cart = ill('cart', 6);

	test('of one service', () => {
		expect(find(cart)).toBeUndefined();
		expect(find()).toBeUndefined();
	});

	test('where the others were deployed shortly before, or are being deployed', () => {
		expect(find(cart, ill('checkout', 6, { rollout: { createdAt: ago(20) } }))).toBeUndefined();
		expect(find(cart, ill('checkout', 6, { rollout: { createdAt: ago(90) } }))).toBeDefined();
		expect(
			find(cart, ill('checkout', 6, { rollout: { createdAt: ago(90), rolloutState: 'IN_PROGRESS' } })),
		).toBeUndefined();
	});

	test('where they began far apart, or it is long over', () => {
		expect(find(cart, ill('checkout', 14))).toBeUndefined();
		expect(find(ill('cart', 40), ill('checkout', 40))).toBeUndefined();
	});

	test('where the checks fail by a fault of their own', () => {
		const own = { events: events([6, unhealthy('Health checks failed with these codes: [404]')]) };
		expect(find(cart, ill('checkout', 6, { service: own }))).toBeUndefined();
		const theirs = { events: events([6, unhealthy('Health checks failed with these codes: [503]')]) };
		expect(find(cart, ill('checkout', 6, { service: theirs }))).toBeDefined();
	});

	test('where a service is only routinely unwell, or well again', () => {
		expect(find(cart, ill('checkout', 6, { finding: { severity: 'info' } }))).toBeUndefined();
		expect(find(cart, ill('checkout', 6, { finding: { id: 'x-mutable-image' } }))).toBeUndefined();
	});

	test('where nothing tells since when: a first sight is none', () => {
		const sight = { service: { events: [] }, flips: [flip(4, undefined, 'unhealthy')] };
		expect(find(cart, ill('checkout', 6, sight))).toBeUndefined();
	});
});
