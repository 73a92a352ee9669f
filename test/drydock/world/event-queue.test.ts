import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dequeue, emptyQueue, enqueue, nextEventAt } from '../../../src/drydock/world/event-queue.ts';

test('events come out by time, and in the order they were queued when they are due together', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
			const queue = emptyQueue<void>();
			for (const at of times) enqueue(queue, at, () => {});
			const out: { at: number; order: number }[] = [];
			for (let event = dequeue(queue); event !== undefined; event = dequeue(queue)) {
				out.push({ at: event.at, order: event.order });
			}
			const sorted = times.map((at, order) => ({ at, order })).toSorted((a, b) => a.at - b.at || a.order - b.order);
			expect(out).toEqual(sorted);
		}),
	);
});

test('an empty queue has no next event', () => {
	expect(nextEventAt(emptyQueue())).toBeUndefined();
	expect(dequeue(emptyQueue())).toBeUndefined();
});

test('an event is due on a whole millisecond, never before its time', () => {
	const queue = emptyQueue<void>();
	expect(enqueue(queue, 1_000.25, () => {})).toBe(1_001);
	expect(nextEventAt(queue)).toBe(1_001);
});
