import { AwsCallError } from '../aws/aws-call-error.ts';
import type { AwsFailure } from '../model/aws-failure.ts';

/** Something that would be good to know: it, or why it could not be read. */
export type Look<T> = { readonly value: T } | { readonly failure: AwsFailure };

/** Waits for a reading that a plan can do without. */
export async function look<T>(reading: Promise<T>): Promise<Look<T>> {
	try {
		return { value: await reading };
	} catch (error) {
		if (error instanceof AwsCallError) return { failure: error.failure };
		throw error;
	}
}

/** What was seen. @throws {AwsCallError} when it could not be read */
export function sure<T>(look: Look<T>): T {
	if ('value' in look) return look.value;
	throw new AwsCallError(look.failure);
}

/** What was seen, if it was. */
export function seen<T>(look: Look<T>): T | undefined {
	return 'value' in look ? look.value : undefined;
}

/** `autoscaling: no permission to look (application-autoscaling:DescribeScalableTargets)`; undefined when it was seen, or was not looked for. */
export function unseen(what: string, look: { readonly failure: AwsFailure }): string;
export function unseen(what: string, look: Look<unknown> | undefined): string | undefined;
export function unseen(what: string, look: Look<unknown> | undefined): string | undefined {
	if (!look || 'value' in look) return undefined;
	const { kind, service, operation, code } = look.failure;
	return kind === 'denied'
		? `${what}: no permission to look (${service}:${operation})`
		: `${what}: could not be read (${service}:${operation}: ${code})`;
}
