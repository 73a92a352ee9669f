import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageRequest, readLogPage } from '../../../src/drydock/logs/log-page.ts';
import { aStream, NOON } from './a-stream.ts';

const STREAMS = ['one', 'two', 'three'].map((name, index) =>
	aStream({ name, seed: 100 + index, voice: index === 1 ? 'rails' : 'json' }),
);
const MINUTE: PageRequest = { from: NOON - 60_000, to: NOON, now: NOON, limit: 10_000 };

const idsOf = (request: PageRequest) => readLogPage(STREAMS, request).events.map(({ eventId }) => eventId);

function allPages(request: PageRequest): string[] {
	const ids: string[] = [];
	for (let after: string | undefined; ;) {
		const page = readLogPage(STREAMS, { ...request, after });
		ids.push(...page.events.map(({ eventId }) => eventId));
		after = page.next;
		if (after === undefined) return ids;
	}
}

describe('a page of log events', () => {
	test('interleaves the streams in time order', () => {
		const { events } = readLogPage(STREAMS, MINUTE);
		const times = events.map(({ timestamp }) => timestamp);
		expect(times).toEqual(times.toSorted((one, other) => one - other));
		expect(new Set(events.slice(0, 20).map(({ stream }) => stream.name)).size).toBe(3);
	});

	test('of any size adds up to the whole, without doubles', () => {
		const whole = idsOf(MINUTE);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), fc.boolean(), (limit, newestFirst) => {
				const pages = allPages({ ...MINUTE, limit, newestFirst });
				expect(newestFirst ? pages.toReversed() : pages).toEqual(whole);
			}),
			{ numRuns: 40 },
		);
	});

	test('of two neighbouring windows holds what one window over both holds', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 59_999 }), (cut) => {
				const middle = MINUTE.from + cut;
				const parts = [...idsOf({ ...MINUTE, to: middle }), ...idsOf({ ...MINUTE, from: middle + 1 })];
				expect(parts).toEqual(idsOf(MINUTE));
			}),
			{ numRuns: 40 },
		);
	});

	test('leaves out what is not ingested yet, and has it later', () => {
		const soon = idsOf(MINUTE);
		const later = idsOf({ ...MINUTE, now: NOON + 3_500 });
		expect(later.length).toBeGreaterThan(soon.length);
		expect(later.filter((id) => soon.includes(id))).toEqual(soon);
	});

	test('holds no more than a megabyte', () => {
		const request = { ...MINUTE, from: NOON - 3_600_000 };
		const { events, next } = readLogPage([aStream({ rate: 20 })], request);
		const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + 26, 0);
		expect(bytes).toBeLessThanOrEqual(1024 * 1024);
		expect(next).toBe(events.at(-1)?.eventId);
	});

	test('may be empty with more to come when the search is long', () => {
		const request = { ...MINUTE, from: NOON - 3_600_000, test: () => false };
		const { events, next } = readLogPage([aStream({ rate: 50 })], request);
		expect(events).toEqual([]);
		expect(next).toMatch(/^\d{56}$/);
	});

	test('is empty, at once, when no stream lived in its window', () => {
		const dead = aStream({ end: { at: NOON - 1_800_000, ending: 'silent' } });
		expect(readLogPage([dead], MINUTE)).toEqual({ events: [], next: undefined });
		expect(readLogPage([], { ...MINUTE, from: 0 })).toEqual({ events: [], next: undefined });
	});
});
