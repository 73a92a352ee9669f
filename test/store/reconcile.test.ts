import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcile } from '../../src/store/reconcile.ts';

const plain = fc.object({ withNullPrototype: false, maxDepth: 4 });

test('gives the previous value back when a copy of it comes in', () => {
	fc.assert(
		fc.property(plain, (value) => {
			expect(reconcile(value, structuredClone(value))).toBe(value);
		}),
	);
});

test('gives what came in, whatever was there before', () => {
	fc.assert(
		fc.property(plain, plain, (previous, next) => {
			expect(reconcile(previous, next)).toStrictEqual(next);
		}),
	);
});

test('leaves both of its arguments as they were', () => {
	fc.assert(
		fc.property(plain, plain, (previous, next) => {
			const before = structuredClone([previous, next]);
			reconcile(previous, next);
			expect([previous, next]).toStrictEqual(before);
		}),
	);
});

test('keeps the services that did not change and replaces the one that did', () => {
	const previous = { checkout: { running: 4, events: [{ id: '1' }] }, search: { running: 6, events: [] } };
	const next = reconcile(previous, { ...structuredClone(previous), search: { running: 5, events: [] } });
	expect(next).not.toBe(previous);
	expect(next.checkout).toBe(previous.checkout);
	expect(next.search.events).toBe(previous.search.events);
	expect(next.search.running).toBe(5);
});

test('recognises events by their id when a new one comes in at the front', () => {
	const previous = [
		{ id: 'b', message: 'started' },
		{ id: 'a', message: 'steady' },
	];
	const next = reconcile(previous, [{ id: 'c', message: 'stopped' }, ...structuredClone(previous)]);
	expect(next[1]).toBe(previous[0]);
	expect(next[2]).toBe(previous[1]);
});

test('tells a member that is undefined from one that is not there', () => {
	const previous: { readonly reason?: string | undefined } = { reason: undefined };
	const next: { readonly reason?: string | undefined } = {};
	expect(reconcile(previous, next)).toStrictEqual({});
});
