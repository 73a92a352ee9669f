import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { autoscaleMaxed } from '../../../src/diagnosis/rules/autoscale-maxed.ts';
import { ago, NOW } from '../checkout.ts';
import { cpu, scaled, scalingOf, series, web } from './capacity.ts';

const full = (changes: Partial<Evidence> = {}): Evidence => ({
	service: web({ desiredCount: 6, runningCount: 6 }),
	scaling: scalingOf([2, 6]),
	metrics: cpu(40, 50, 88, 91, 84, 90, 88),
	...changes,
});
const judge = (evidence: Evidence) => autoscaleMaxed(evidence, NOW);
const AT_MAX = scaled(8, 6, {
	description: 'Attempting to scale due to alarm triggered',
	statusCode: 'Failed',
	notScaledReasons: [{ code: 'AlreadyAtMaxCapacity', maxCapacity: 6 }],
});

test('says in numbers what raising the maximum would do, and what another target', () => {
	expect(judge(full())).toMatchObject([
		{
			id: 'x-autoscale-maxed',
			severity: 'warning',
			confidence: 'medium',
			sentence: 'at its scaling maximum of 6 with CPU at 88 % (target 60 %)',
			since: ago(5),
			next: [
				{
					text: 'Raise the maximum 6 → 9: it wants 9 tasks (6 × 88 / 60)',
					binding: 'act.target',
					command: 'deckwatch target web --max 9',
				},
				{
					text: 'Or raise the target to 90 %: 6 tasks are enough then, and CPU stays at 88 %',
					command: 'deckwatch target web --cpu 90',
				},
				{},
			],
		},
	]);
	expect(judge(full())[0]).not.toHaveProperty('mayBeOlder');
});

test('a metric at its end cannot show how much more it wants, and no target helps', () => {
	const [found] = judge(full({ metrics: cpu(99, 99, 100, 100, 100) }));
	expect(found).toMatchObject({ mayBeOlder: true });
	expect(found?.next[0]?.text).toBe(
		'Raise the maximum 6 → 10: it wants 10 tasks (6 × 100 / 60) at least; more cannot be seen from there',
	);
	expect(found?.next[1]?.text).toBe('A higher target is no way out: CPU has no room above 100 %');
});

test('goes by memory, too: the metric that is furthest over its target speaks', () => {
	const scaling = scalingOf([2, 6]);
	const policies = [
		...scaling.policies,
		...scalingOf([2, 6], { metricType: 'ECSServiceAverageMemoryUtilization', targetValue: 50 }).policies,
	];
	const metrics = { cpu: series(61, 62, 63), memory: series(90, 90, 90) };
	const [found] = judge(full({ scaling: { ...scaling, policies }, metrics }));
	expect(found?.sentence).toBe('at its scaling maximum of 6 with memory at 90 % (target 50 %)');
	expect(found?.next[1]?.command).toBe('deckwatch target web --memory 90');
});

test('Application Auto Scaling may say so where the metric is not known, and makes it sure where it is', () => {
	expect(judge(full({ metrics: undefined, activities: [AT_MAX] }))).toMatchObject([
		{
			sentence: 'at its scaling maximum of 6, and Application Auto Scaling wants more tasks',
			since: ago(8),
			confidence: 'medium',
		},
	]);
	expect(judge(full({ activities: [AT_MAX] }))).toMatchObject([{ confidence: 'high' }]);
});

test('a refusal is over after half an hour, or once the metric has come down', () => {
	expect(judge(full({ metrics: undefined, activities: [{ ...AT_MAX, startTime: ago(31) }] }))).toEqual([]);
	expect(judge(full({ metrics: cpu(90, 40, 41, 40, 42, 40), activities: [AT_MAX] }))).toEqual([]);
});

test('is none below the maximum, within the target, for a minute or two over it, or without what was not read', () => {
	expect(judge(full({ service: web({ desiredCount: 5, runningCount: 5 }) }))).toEqual([]);
	expect(judge(full({ metrics: cpu(50, 60, 60, 59, 60) }))).toEqual([]);
	expect(judge(full({ metrics: cpu(50, 50, 50, 90, 90) }))).toEqual([]);
	expect(judge(full({ metrics: undefined }))).toEqual([]);
	expect(judge(full({ scaling: null }))).toEqual([]);
	expect(judge(full({ metrics: cpu(null, null, null) }))).toEqual([]);
});
