import { expect, test } from 'vitest';
import { stepWords } from '../../../src/views/autoscaling/step-words.ts';

test.each([
	[
		'ChangeInCapacity',
		{ metricIntervalLowerBound: 0, metricIntervalUpperBound: 10, scalingAdjustment: 1 },
		"0 to 10 from the alarm's threshold: +1 task",
	],
	[
		'PercentChangeInCapacity',
		{ metricIntervalLowerBound: 10, scalingAdjustment: 50 },
		"10 or more from the alarm's threshold: +50 %",
	],
	[
		'ChangeInCapacity',
		{ metricIntervalUpperBound: 0, scalingAdjustment: -2 },
		"up to 0 from the alarm's threshold: -2 tasks",
	],
	[
		'ExactCapacity',
		{ metricIntervalLowerBound: 0, scalingAdjustment: 8 },
		"0 or more from the alarm's threshold: 8 tasks",
	],
])('says what a step of %s does', (adjustmentType, step, words) => {
	expect(stepWords({ adjustmentType, stepAdjustments: [step] })).toEqual([words]);
});
