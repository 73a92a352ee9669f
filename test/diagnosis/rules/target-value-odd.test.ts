import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { targetValueOdd } from '../../../src/diagnosis/rules/target-value-odd.ts';
import { NOW } from '../checkout.ts';
import { cpu, scaled, scalingOf, web } from './capacity.ts';

const judge = (targetValue: number, more: Partial<Evidence> = {}) =>
	targetValueOdd({ service: web(), scaling: scalingOf([2, 8], { targetValue }), ...more }, NOW);

test('a high target is worth a word, and a warning once CPU is over it', () => {
	expect(judge(90, { metrics: cpu(40, 40, 40) })).toMatchObject([
		{
			severity: 'info',
			sentence: 'its CPU target of 90 % leaves 10 % for the minutes in which more tasks start',
			next: [{ command: 'deckwatch target web --cpu 70' }],
		},
	]);
	expect(judge(90, { metrics: cpu(95, 96, 94) })).toMatchObject([{ severity: 'warning' }]);
});

test('a low target is worth a word, and a warning once the service flaps', () => {
	expect(judge(20)).toMatchObject([{ severity: 'info', next: [{ command: 'deckwatch target web --cpu 50' }] }]);
	const activities = [scaled(5, 6), scaled(14, 4), scaled(24, 6), scaled(33, 4), scaled(42, 6), scaled(51, 4)];
	expect(judge(20, { activities })).toMatchObject([{ severity: 'warning' }]);
});

test('is none from 30 to 85 %, nor where there is no target', () => {
	expect(judge(30)).toEqual([]);
	expect(judge(85)).toEqual([]);
	expect(targetValueOdd({ service: web(), scaling: null }, NOW)).toEqual([]);
	expect(targetValueOdd({ service: web() }, NOW)).toEqual([]);
});
