import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimeLimitExceeded, withinTime } from '../../src/aws/within-time.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

test('work that ends in time gives its result and leaves no timer behind', async () => {
	await expect(withinTime(10_000, new AbortController().signal, async () => 'checkout')).resolves.toBe('checkout');
	expect(vi.getTimerCount()).toBe(0);
});

test('an answer is not held by the signal that it was given', async () => {
	let given = AbortSignal.abort();
	await withinTime(10_000, new AbortController().signal, async (signal) => {
		given = signal;
		expect(getEventListeners(signal, 'abort')).toHaveLength(1);
	});
	expect(getEventListeners(given, 'abort')).toHaveLength(0);
});

test('work that does not listen to its signal is left when the time is over', async () => {
	const late = withinTime(10_000, new AbortController().signal, never).catch((error: unknown) => error);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await late).toBeInstanceOf(TimeLimitExceeded);
});

test('the work is told when its time is over', async () => {
	let told: AbortSignal | undefined;
	const late = withinTime(10_000, new AbortController().signal, (signal) => {
		told = signal;
		return never();
	}).catch(() => undefined);
	await vi.advanceTimersByTimeAsync(9_999);
	expect(told?.aborted).toBe(false);
	await vi.advanceTimersByTimeAsync(1);
	expect(told?.aborted).toBe(true);
	await late;
});

test('the caller’s reason comes out when the caller gives up', async () => {
	const caller = new AbortController();
	const given = withinTime(10_000, caller.signal, never);
	caller.abort(new Error('pane closed'));
	await expect(given).rejects.toThrow('pane closed');
});

test('work for a caller that has given up does not start', async () => {
	const work = vi.fn<() => Promise<string>>();
	await expect(withinTime(10_000, AbortSignal.abort(new Error('pane closed')), work)).rejects.toThrow('pane closed');
	expect(work).not.toHaveBeenCalled();
});
