import { AwsCallError } from '../aws/aws-call-error.ts';

/** What could be read of several parts (regions, clusters), and which parts could not. */
export type Gathered<T> = { readonly found: readonly T[]; readonly missing: readonly MissingPart[] };

/** A region or cluster that is not in a list, and why. */
export type MissingPart = { readonly part: string; readonly error: AwsCallError };

/**
 * Reads all parts at once. One that fails does not keep the others from being shown.
 * @throws {AwsCallError} the first one, when every part failed or the call was cancelled
 */
export async function gather<Part, T>(
	parts: readonly Part[],
	nameOf: (part: Part) => string,
	read: (part: Part) => Promise<readonly T[]>,
): Promise<Gathered<T>> {
	const outcomes = await Promise.allSettled(parts.map((part) => read(part)));
	const missing = outcomes.flatMap((outcome, index) => {
		const part = parts[index];
		if (outcome.status === 'fulfilled' || part === undefined) return [];
		const error: unknown = outcome.reason;
		if (!(error instanceof AwsCallError) || error.failure.code === 'AbortError') throw error;
		return [{ part: nameOf(part), error }];
	});
	const [first] = missing;
	if (first && missing.length === parts.length) throw first.error;
	return { found: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])), missing };
}
