import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { unusedTargets } from '../../../src/diagnosis/rules/unused-targets.ts';
import { checkout } from '../checkout.ts';
import { aTarget, GROUP } from '../failing-checks.ts';

// Texts: ELB user guide, target health reason codes.
const ZONE = {
	reason: 'Target.NotInUse',
	description: 'Target is in an Availability Zone that is not enabled for the load balancer',
	availabilityZone: 'ap-northeast-1d',
};
const IDLE = {
	reason: 'Target.NotInUse',
	description: 'Target group is not configured to receive traffic from the load balancer',
};
const find = (evidence: Partial<Evidence>) => unusedTargets({ service: checkout(), ...evidence });

test('a zone that is not enabled is told apart from a group that no listener asks: they share a code', () => {
	const targets = [aTarget(1, 'unused', ZONE), aTarget(2, 'unused', IDLE), aTarget(3, 'unused', IDLE)];
	expect(find({ targets }).map(({ id, severity, sentence }) => [id, severity, sentence])).toEqual([
		['tg-az-not-enabled', 'high', 'ap-northeast-1d is not enabled for the load balancer: 1 target is unused'],
		['tg-not-in-use', 'high', 'no listener sends requests to checkout-tg: 2 targets are unused'],
	]);
});

test.each([
	['Target.InvalidState', 'tg-invalid-state', '10.0.3.1 of checkout-tg is stopped or terminated, and still a target'],
	[
		'Target.IpUnusable',
		'tg-ip-unusable',
		'10.0.3.1 cannot be a target of checkout-tg: a load balancer uses that address',
	],
])('%s', (reason, id, sentence) => {
	const [found] = find({ targets: [aTarget(1, 'unused', { reason })] });
	expect(found).toMatchObject({ id, sentence, evidence: [{ place: { kind: 'target', targetGroupArn: GROUP } }] });
});

describe('finds nothing', () => {
	test('of a group that a deployment holds ready, or another controller', () => {
		const targets = [aTarget(2, 'unused', IDLE)];
		const pair = {
			targetGroupArn: 'arn:other',
			alternateTargetGroupArn: GROUP,
			containerName: 'app',
			containerPort: 80,
		};
		expect(find({ targets, service: checkout({ loadBalancers: [pair] }) })).toEqual([]);
		expect(find({ targets, service: checkout({ deploymentController: 'CODE_DEPLOY' }) })).toEqual([]);
	});

	test('of targets that are asked, are only being registered, or were not read', () => {
		const targets = [aTarget(1, 'healthy'), aTarget(2, 'unused', { reason: 'Target.NotRegistered' })];
		expect(find({ targets })).toEqual([]);
		expect(find({})).toEqual([]);
	});
});
