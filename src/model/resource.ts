import type { AwsFailure } from './aws-failure.ts';

/**
 * Something read from AWS, with its age and its trouble. A failed refresh keeps the last value:
 * `value` stays, `failure` says what went wrong and since when.
 */
export type Resource<T> = {
	readonly value?: T;
	/** When `value` was read, epoch ms. */
	readonly readAt?: number;
	readonly failure?: ResourceFailure;
};

export type ResourceFailure = AwsFailure & {
	/** First failure of the present row of failures, epoch ms. */
	readonly since: number;
	/** Next attempt, epoch ms. */
	readonly retryAt?: number;
};

export type ResourceState = 'loading' | 'fresh' | 'stale' | 'failed';

/** Which of the designed states a pane with this resource is in. `empty` is the pane's own question. */
export function resourceState(resource: Resource<unknown> | undefined): ResourceState {
	if (resource?.failure) return resource.value === undefined ? 'failed' : 'stale';
	return resource?.value === undefined ? 'loading' : 'fresh';
}
