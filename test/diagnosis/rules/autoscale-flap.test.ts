import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { autoscaleFlap } from '../../../src/diagnosis/rules/autoscale-flap.ts';
import { ago, NOW } from '../checkout.ts';
import { scaled, scalingOf, web } from './capacity.ts';

const judge = (
	activities: Evidence['activities'],
	scaling: Evidence['scaling'] = scalingOf([2, 8], { scaleInCooldown: 60 }),
) => autoscaleFlap({ service: web(), scaling, activities }, NOW);

test('four turns in an hour: how often, between what, and what calms it', () => {
	const swings = [scaled(5, 6), scaled(14, 4), scaled(24, 6), scaled(33, 4), scaled(42, 6), scaled(51, 4)];
	expect(judge(swings)).toMatchObject([
		{
			id: 'x-autoscale-flap',
			severity: 'warning',
			confidence: 'high',
			sentence: 'scaling turned 4 times in 33m, between 4 and 6 tasks',
			since: ago(33),
			next: [
				{ command: 'deckwatch target web --cooldown-in 900' },
				{ text: 'Or keep 6 as the minimum while the load swings', command: 'deckwatch target web --min 6' },
				{},
			],
		},
	]);
});

test('fewer turns that come sooner than the cooldown', () => {
	const quick = [scaled(5, 6), scaled(7, 4), scaled(9, 6), scaled(30, 4)];
	expect(judge(quick, scalingOf([2, 8]))).toMatchObject([{ confidence: 'medium' }]);
	expect(judge(quick, scalingOf([2, 8], { scaleInCooldown: 60 }))).toEqual([]);
});

test('is none for a climb, a wave, what is older than an hour, and what was not carried out', () => {
	expect(judge([scaled(5, 8), scaled(15, 7), scaled(25, 6), scaled(35, 5), scaled(45, 4)])).toEqual([]);
	expect(judge([scaled(10, 4), scaled(30, 8), scaled(50, 4)])).toEqual([]);
	expect(judge([scaled(5, 6), scaled(64, 4), scaled(74, 6), scaled(83, 4), scaled(92, 6)])).toEqual([]);
	const refused = { statusCode: 'Failed' };
	expect(
		judge([scaled(5, 6, refused), scaled(14, 4), scaled(24, 6, refused), scaled(33, 4), scaled(42, 6, refused)]),
	).toEqual([]);
});

test('nothing is concluded without activities or without scaling', () => {
	expect(judge(undefined)).toEqual([]);
	expect(judge([scaled(5, 6), scaled(7, 4), scaled(9, 6), scaled(11, 4)], null)).toEqual([]);
});
