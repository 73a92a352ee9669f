import { expect, test, vi } from 'vitest';
import { listAndDescribe } from '../../src/aws/list-and-describe.ts';
import { failing } from '../store/fake-aws.ts';
import { meetingPoint } from './aws-over.ts';

/** Pages of names: `a0 a1 …` up to the size, then `b0 …`. */
function pagesOf(...sizes: readonly number[]) {
	return async (token: string | undefined) => {
		const page = Number(token ?? 0);
		const letter = String.fromCharCode(97 + page);
		return {
			items: Array.from({ length: sizes[page] ?? 0 }, (_, index) => `${letter}${index}`),
			nextToken: page + 1 < sizes.length ? String(page + 1) : undefined,
		};
	};
}

test('the result has the order of the listing, whichever describe is answered first', async () => {
	const answers: (() => void)[] = [];
	const everyone = meetingPoint(3);
	const described = listAndDescribe({
		list: pagesOf(4, 2),
		batchSize: 2,
		describe: async (names) => {
			const { promise, resolve } = Promise.withResolvers<void>();
			answers.unshift(resolve);
			void everyone().then(() => answers.shift()?.());
			await promise;
			return names;
		},
	});
	expect(await described).toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1']);
});

test('the describes of a page and the listing of the next are under way together', async () => {
	const together = meetingPoint(3);
	const list = pagesOf(4, 2);
	const described = listAndDescribe({
		list: async (token) => {
			if (token) await together();
			return list(token);
		},
		batchSize: 2,
		describe: async (names) => {
			if (names[0]?.startsWith('a')) await together();
			return names;
		},
	});
	await expect(described).resolves.toEqual(['a0', 'a1', 'a2', 'a3', 'b0', 'b1']);
});

test('batches are told as they come', async () => {
	const onBatch = vi.fn<(batch: readonly string[]) => void>();
	await listAndDescribe({ list: pagesOf(3), batchSize: 2, describe: async (names) => names, onBatch });
	expect(onBatch.mock.calls).toEqual([[['a0', 'a1']], [['a2']]]);
});

test('a failed describe ends the others and is what is thrown', async () => {
	const others: AbortSignal[] = [];
	const everyone = meetingPoint(2);
	const described = listAndDescribe({
		list: pagesOf(4),
		batchSize: 2,
		describe: async (names, signal) => {
			others.push(signal);
			await everyone();
			if (names[0] === 'a0') throw new Error('denied');
			return new Promise<never>(() => undefined);
		},
	});
	await expect(described).rejects.toThrow('denied');
	expect(others.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('a failed listing ends the describes that it started', async () => {
	let describing: AbortSignal | undefined;
	const { promise: started, resolve: start } = Promise.withResolvers<void>();
	const described = listAndDescribe({
		list: async (token) => {
			if (token) {
				await started;
				throw new Error('throttled');
			}
			return { items: ['checkout'], nextToken: 'more' };
		},
		batchSize: 10,
		describe: (_, signal) => {
			describing = signal;
			start();
			return new Promise<never>(() => undefined);
		},
	});
	await expect(described).rejects.toThrow('throttled');
	expect(describing?.aborted).toBe(true);
});

test('a caller who gives up is heard by the calls', async () => {
	const caller = new AbortController();
	const signals: AbortSignal[] = [];
	await listAndDescribe({
		list: async (_, signal) => {
			signals.push(signal);
			return { items: [], nextToken: undefined };
		},
		batchSize: 10,
		describe: async () => [],
		signal: caller.signal,
	});
	caller.abort();
	expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test('a tolerated failure leaves out its batch alone', async () => {
	const tolerate = vi.fn<(items: readonly string[]) => boolean>(() => true);
	const describe = async (names: readonly string[]) => {
		if (names.includes('a2')) throw failing('denied');
		return names;
	};
	const described = await listAndDescribe({ list: pagesOf(5), batchSize: 2, describe, tolerate });
	expect(described).toEqual(['a0', 'a1', 'a4']);
	expect(tolerate.mock.calls).toEqual([[['a2', 'a3'], expect.objectContaining({ kind: 'denied' })]]);
});

test('a failure that is not tolerated is thrown', async () => {
	const describe = () => Promise.reject(failing('throttled'));
	const described = listAndDescribe({ list: pagesOf(2), batchSize: 2, describe, tolerate: () => false });
	await expect(described).rejects.toThrow('Rate exceeded');
});
