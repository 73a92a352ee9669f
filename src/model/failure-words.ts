import type { AwsFailure } from './aws-failure.ts';

/** `ecs:DescribeServices`, as IAM writes it. */
export function callName({ service, operation }: AwsFailure): string {
	return `${service}:${operation}`;
}

/** `ecs:DescribeServices failed: ExpiredTokenException`. */
export function failedCall(failure: AwsFailure): string {
	return `${callName(failure)} failed: ${failure.code}`;
}

/** `ecs:DescribeServices failed: ExpiredTokenException. Run …`: for where one sentence has to do. */
export function failedCallAndNext(failure: AwsFailure): string {
	return `${failedCall(failure)}. ${failure.next}`;
}

/** What is the matter with a call, in few words: `no permission cloudwatch:GetMetricData`, `ThrottlingException`. */
export function shortCause(failure: AwsFailure): string {
	return failure.kind === 'denied' ? `no permission ${callName(failure)}` : failure.code;
}
