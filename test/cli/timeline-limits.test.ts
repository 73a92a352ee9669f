import { expect, test } from 'vitest';
import { timelineLimits, type LimitsOf } from '../../src/cli/timeline-limits.ts';
import { NOW, service } from '../fixtures/checkout.ts';
import { MINUTE } from '../fixtures/shop.ts';

const events = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `${index}`, createdAt: NOW - index * 1000, message: 'x' }));
const limits = (changes: Partial<LimitsOf>) =>
	timelineLimits({
		services: [service],
		from: NOW - 30 * MINUTE,
		to: NOW,
		kinds: ['deployment', 'scaling', 'alarm', 'stop', 'event'],
		alone: true,
		...changes,
	});

test('nothing is lacking of the last half hour', () => {
	expect(limits({})).toEqual([]);
});

test('says from when on there are events, where ECS has dropped those before', () => {
	const full = { ...service, events: events(100) };
	expect(limits({ services: [full] })).toEqual([
		'ECS keeps the newest 100 events of a service: those of checkout before 2026-11-20 12:02:31 UTC are gone.',
	]);
	expect(limits({ services: [full], from: NOW - MINUTE })).toEqual([]);
	expect(limits({ services: [{ ...service, events: events(99) }] })).toEqual([]);
	expect(limits({ services: [full], kinds: ['stop'] })).toEqual([]);
});

test('says that tasks that stopped more than an hour ago may be missing', () => {
	const words = /^ECS keeps stopped tasks .* before 2026-11-20 11:04:10 UTC may be missing\.$/u;
	expect(limits({ from: NOW - 61 * MINUTE })).toEqual([expect.stringMatching(words)]);
	expect(limits({ from: undefined })).toEqual([expect.stringMatching(words)]);
	expect(limits({ from: undefined, kinds: ['change'] })).toEqual([]);
});

test('says that AWS has no history of health to whoever asks for it', () => {
	expect(limits({ kinds: ['health'] })).toEqual([expect.stringContaining('no history of the health')]);
});

test('says what is not read for all services at once', () => {
	expect(limits({ alone: false })).toEqual([expect.stringContaining('`deckwatch events <service>`')]);
});
