import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines, type LogLine } from '../../src/model/log-line.ts';
import { createLineStore, type LineStore } from '../../src/store/log-buffer.ts';
import { line, source } from './log-fixtures.ts';

const app = source('3f2a1b');
const sidecar = source('3f2a1b', 'datadog-agent');

function held(store: LineStore): readonly (LogLine | undefined)[] {
	const view = store.view();
	return Array.from({ length: view.length }, (_, index) => view.at(index));
}

function ids(store: LineStore): string {
	return held(store)
		.map((one) => one?.eventId)
		.join(' ');
}

describe('the line store', () => {
	test('puts a late line where it belongs', () => {
		const store = createLineStore(10);
		store.insert([line('a', 1), line('d', 4)]);
		store.insert([line('c', 3), line('b', 2), line('e', 5)]);
		expect(ids(store)).toBe('a b c d e');
	});

	test('keeps lines of one millisecond in the order in which CloudWatch took them in', () => {
		const store = createLineStore(10);
		store.insert([{ ...line('second', 1), ingestedAt: 20 }]);
		store.insert([
			{ ...line('first', 1), ingestedAt: 10 },
			{ ...line('third', 1), ingestedAt: 20 },
		]);
		expect(ids(store)).toBe('first second third');
	});

	test('keeps lines of one moment in the order of their ids, whichever page brings them first', () => {
		const store = createLineStore(10);
		const trace = ['1', '2', '3', '4'].map((id) => line(id.padStart(56, '0'), 1));
		store.insert(trace.slice(2));
		store.insert(trace.slice(0, 2));
		expect(held(store)).toEqual(trace);
	});

	test('tells which lines were new', () => {
		const store = createLineStore(10);
		store.insert([line('a', 1)]);
		expect(store.insert([line('b', 2), line('a', 1)]).map(({ eventId }) => eventId)).toEqual(['b']);
	});

	test('takes equal event ids of two streams for two lines', () => {
		const store = createLineStore(10);
		store.insert([line('1', 1, app), line('1', 1, sidecar)]);
		expect(store.view().length).toBe(2);
	});

	test('gives up the oldest lines and does not take them back', () => {
		const store = createLineStore(2);
		store.insert([line('a', 1), line('b', 2), line('c', 3)]);
		expect(store.insert([line('a', 1)])).toEqual([]);
		expect(ids(store)).toBe('b c');
	});

	test('gives up the lines of sources nobody follows any more', () => {
		const store = createLineStore(10);
		store.insert([line('a', 1, app), line('b', 2, sidecar)]);
		store.retain(new Set([sidecar]));
		expect(ids(store)).toBe('b');
	});

	test('gives the same view until lines change', () => {
		const store = createLineStore(10);
		store.insert([line('a', 1, app)]);
		const view = store.view();
		store.insert([line('a', 1, app)]);
		store.retain(new Set([app, sidecar]));
		expect(store.view()).toBe(view);
		store.insert([line('b', 2)]);
		expect(store.view()).not.toBe(view);
		expect(store.view().version).toBeGreaterThan(view.version);
	});

	test('holds the newest of all lines, each once, in order, however they come', () => {
		const lines = fc.record({ id: fc.nat(60), timestamp: fc.nat(20), from: fc.constantFrom(app, sidecar) });
		fc.assert(
			fc.property(fc.array(fc.array(lines, { maxLength: 12 }), { maxLength: 12 }), (batches) => {
				const store = createLineStore(1_000);
				const all = new Map<string, number>();
				for (const batch of batches) {
					// An event has one time, whenever and however often it is read.
					const events = batch.map(({ id, from }) => line(`${id}`, (id * 7) % 20, from));
					store.insert(events);
					for (const event of events) all.set(`${event.source.container} ${event.eventId}`, event.timestamp);
				}
				const stored = held(store).flatMap((one) => (one ? [one] : []));
				expect(stored.map((one) => `${one.source.container} ${one.eventId}`).toSorted()).toEqual(
					[...all.keys()].toSorted(),
				);
				expect(stored.toSorted(compareLines)).toEqual(stored);
			}),
		);
	});
});
