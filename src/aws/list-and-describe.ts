import type { Tolerant } from './aws.ts';
import { AwsCallError } from './aws-call-error.ts';
import { batches } from './batches.ts';
import { type Page, pages } from './pages.ts';

export type ListAndDescribe<T> = {
	readonly tolerate?: Tolerant['tolerate'] | undefined;
	readonly list: (nextToken: string | undefined, signal: AbortSignal) => Promise<Page<string>>;
	readonly describe: (arns: readonly string[], signal: AbortSignal) => Promise<readonly T[]>;
	/** The most that one describe takes. */
	readonly batchSize: number;
	readonly onBatch?: ((batch: readonly T[]) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
};

/**
 * Describes everything that is listed. The describes of a page start with it, in parallel, while the next page is
 * listed. The order is that of the listing. The first failure that is not tolerated ends the other calls and is thrown.
 */
export async function listAndDescribe<T>(options: ListAndDescribe<T>): Promise<readonly T[]> {
	const failed = new AbortController();
	const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
	const described: Promise<readonly T[]>[] = [];
	try {
		for await (const arns of pages((token) => options.list(token, signal))) {
			for (const batch of batches(arns, options.batchSize)) {
				const describing = describeBatch(batch, signal, options);
				// It is awaited below; until then nobody listens, and a rejection would end the process.
				describing.catch(() => undefined);
				described.push(describing);
			}
		}
		return (await Promise.all(described)).flat();
	} catch (error) {
		failed.abort(error);
		throw error;
	}
}

async function describeBatch<T>(
	arns: readonly string[],
	signal: AbortSignal,
	{ describe, onBatch, tolerate }: ListAndDescribe<T>,
): Promise<readonly T[]> {
	try {
		const batch = await describe(arns, signal);
		if (!signal.aborted) onBatch?.(batch);
		return batch;
	} catch (error) {
		if (error instanceof AwsCallError && !signal.aborted && tolerate?.(arns, error.failure)) return [];
		throw error;
	}
}
