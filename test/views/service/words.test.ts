import { describe, expect, test } from 'vitest';
import { rangeWords } from '../../../src/views/service/deployment-section.ts';
import { policyWords, suspendedWords } from '../../../src/views/service/scaling-section.ts';
import { scaling } from '../../fixtures/checkout-settings.ts';

describe('says what a deployment may do in tasks', () => {
	test.each([
		[100, 200, 4, '100%–200% = 4 to 8 tasks'],
		[50, 150, 3, '50%–150% = 2 to 4 tasks'],
		[0, 100, 1, '0%–100% = 0 to 1 tasks'],
		[
			100,
			150,
			1,
			'100%–150% = 1 to 1 tasks: none may stop first and there is no room for another, so a deployment cannot proceed',
		],
		[100, 200, 0, '100%–200% = 0 to 0 tasks'],
	])('%d %% to %d %% of %d', (minimumHealthyPercent, maximumPercent, desiredCount, words) => {
		expect(rangeWords({ minimumHealthyPercent, maximumPercent }, desiredCount)).toBe(words);
	});
});

test('says what a scaling policy aims at', () => {
	const policy = { resourceId: 'service/prod/checkout', policyName: 'p', policyType: 'TargetTrackingScaling' };
	expect(scaling.policies.map(policyWords)).toEqual(['cpu-60: CPU at 60 %']);
	expect(policyWords({ ...policy, metricType: 'ALBRequestCountPerTarget', targetValue: 500 })).toBe(
		'p: requests per target at 500',
	);
	expect(policyWords({ ...policy, policyType: 'StepScaling' })).toBe('p: StepScaling');
});

test('names what of the scaling is switched off', () => {
	expect(suspendedWords(scaling.target)).toBe('scale in');
	const suspended = { scaleIn: false, scaleOut: false, scheduled: false };
	expect(suspendedWords({ ...scaling.target, suspended })).toBeUndefined();
});
