import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { scheduleVsManual } from '../../../src/diagnosis/rules/schedule-vs-manual.ts';
import type { ScheduledAction } from '../../../src/model/scaling.ts';
import { NOW } from '../checkout.ts';
import { cpu, scalingOf, web } from './capacity.ts';

/** NOW is 12:05 UTC. */
const night = (changes: Partial<ScheduledAction> = {}): ScheduledAction => ({
	scheduledActionName: 'night',
	schedule: 'cron(45 12 * * ? *)',
	minCapacity: 1,
	maxCapacity: 2,
	...changes,
});
const judge = (changes: Partial<Evidence> = {}) =>
	scheduleVsManual({ service: web({ desiredCount: 6, runningCount: 6 }), scaling: scalingOf([2, 8]), ...changes }, NOW);

test('a count outside the bounds: what takes it back, and how to keep it', () => {
	expect(judge({ scaling: scalingOf([2, 4]) })).toMatchObject([
		{
			severity: 'warning',
			sentence: '6 tasks are wanted, autoscaling keeps it between 2 and 4: the next scale-in takes it back to 4',
			next: [{ command: 'deckwatch target web --max 6' }],
		},
	]);
	expect(judge({ scaling: scalingOf([7, 9]) })).toMatchObject([
		{
			sentence: expect.stringMatching(/the next scale-out lifts it to 7$/u),
			next: [{ command: 'deckwatch target web --min 6' }],
		},
	]);
});

test('a schedule that will change the count within the hour: when, and to what', () => {
	expect(judge({ scheduledActions: [night()] })).toMatchObject([
		{
			id: 'x-schedule-vs-manual',
			severity: 'info',
			sentence: 'night takes it from 6 to 2 tasks at 12:45 UTC (in 40m)',
			next: [{ command: 'deckwatch target web --scheduled off' }],
		},
	]);
});

test('is a warning where it takes tasks from a service that is busy', () => {
	const metrics = cpu(80, 81, 80);
	expect(judge({ scheduledActions: [night()], metrics })).toMatchObject([
		{ severity: 'warning', sentence: expect.stringMatching(/, while CPU is over its target$/u) },
	]);
	const more = night({ minCapacity: 8, maxCapacity: 20 });
	expect(judge({ scheduledActions: [more], metrics })).toMatchObject([{ severity: 'info' }]);
});

test('is none where the count may stay, it comes later, or schedules are suspended', () => {
	expect(judge({ scheduledActions: [night({ maxCapacity: 6 })] })).toEqual([]);
	expect(judge({ scheduledActions: [night({ schedule: 'cron(30 13 * * ? *)' })] })).toEqual([]);
	expect(judge({ scheduledActions: [night({ schedule: 'nonsense' })] })).toEqual([]);
	const { target, policies } = scalingOf([2, 8]);
	const scaling = { policies, target: { ...target, suspended: { ...target.suspended, scheduled: true } } };
	expect(judge({ scheduledActions: [night()], scaling })).toEqual([]);
});

test('is none at 0, with what would take it back switched off, or without scaling', () => {
	expect(judge({ service: web({ desiredCount: 0, runningCount: 0 }) })).toEqual([]);
	const { target, policies } = scalingOf([2, 4]);
	const scaling = { policies, target: { ...target, suspended: { ...target.suspended, scaleIn: true } } };
	expect(judge({ scaling })).toEqual([]);
	expect(judge({ scaling: undefined, scheduledActions: [night()] })).toEqual([]);
});
