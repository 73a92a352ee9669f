import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiBucket } from '../../src/aws/api-bucket.ts';
import { createCallBudget } from '../../src/aws/call-budget.ts';

const call = { region: 'eu-west-1', service: 'ecs', operation: 'DescribeServices' };
const { burst, perSecond } = apiBucket(call.service, call.operation);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function budgetWith(calls: number, signal?: AbortSignal) {
	const budget = createCallBudget(Date);
	const admitted: number[] = [];
	const taken = Array.from({ length: calls }, (_, index) =>
		budget.take(call, signal).then(
			() => void admitted.push(index),
			() => undefined,
		),
	);
	return { budget, admitted, taken };
}

test('the burst goes at once, the rest one by one in order', async () => {
	const { admitted } = budgetWith(burst + 3);
	await vi.advanceTimersByTimeAsync(0);
	expect(admitted).toHaveLength(burst);
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toHaveLength(burst + 1);
	await vi.advanceTimersByTimeAsync(2 * (1000 / perSecond));
	expect(admitted).toEqual(Array.from({ length: burst + 3 }, (_, index) => index));
});

test('a call that is given up while it waits leaves its place to the next', async () => {
	const { budget, admitted } = budgetWith(burst);
	const cancel = new AbortController();
	const given = budget.take(call, cancel.signal);
	void budget.take(call).then(() => admitted.push(burst));
	cancel.abort(new Error('nobody looks'));
	await expect(given).rejects.toThrow('nobody looks');
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toHaveLength(burst + 1);
});

test('a call that was given up before is not counted', async () => {
	const budget = createCallBudget(Date);
	await expect(budget.take(call, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
	const taken = Array.from({ length: burst }, () => budget.take(call));
	await expect(Promise.all(taken)).resolves.toHaveLength(burst);
});

test('other regions and other buckets have turns of their own', async () => {
	const { budget } = budgetWith(burst + 1);
	await expect(budget.take({ ...call, region: 'us-east-1' })).resolves.toBeUndefined();
	await expect(budget.take({ ...call, operation: 'DescribeTasks' })).resolves.toBeUndefined();
});

test('after throttling the next call waits twice as long', async () => {
	const { budget, admitted } = budgetWith(0);
	budget.throttled(call);
	void budget.take(call).then(() => admitted.push(0));
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toEqual([]);
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toEqual([0]);
});

test('requests that were repeated without a turn are paid for later', async () => {
	const { budget, admitted } = budgetWith(0);
	for (let repeat = 0; repeat < burst + 1; repeat++) budget.spend(call);
	void budget.take(call).then(() => admitted.push(0));
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toEqual([]);
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted).toEqual([0]);
});

test('what is urgent goes before what waited longer', async () => {
	const { budget, admitted } = budgetWith(burst + 2);
	void budget.take(call, undefined, 'urgent').then(() => admitted.push(1_000));
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted.slice(burst)).toEqual([1_000]);
	await vi.advanceTimersByTimeAsync(1000 / perSecond);
	expect(admitted.slice(burst)).toEqual([1_000, burst]);
});
