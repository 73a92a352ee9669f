import type { AwsFailure } from './aws-failure.ts';

/** `ecs:DescribeServices`, as IAM writes it, and where: ` in eu-west-1`. */
export function callName({ service, operation, region }: AwsFailure, withRegion = false): string {
	return `${service}:${operation}${withRegion && region !== undefined ? ` in ${region}` : ''}`;
}

/** `ecs:DescribeServices failed: ExpiredTokenException`. */
export function failedCall(failure: AwsFailure, withRegion = false): string {
	return `${callName(failure, withRegion)} failed: ${failure.code}`;
}

/** `ecs:DescribeServices failed: ExpiredTokenException. Run …`: for where one sentence has to do. */
export function failedCallAndNext(failure: AwsFailure): string {
	return `${failedCall(failure)}. ${nextAndRequestId(failure)}`;
}

/** The next step, and by what AWS finds the call again: `Ask for … (request id 1-2)`. */
export function nextAndRequestId({ next, requestId }: AwsFailure): string {
	return requestId === undefined ? next : `${next} (request id ${requestId})`;
}

/** What is the matter with a call, in few words: `no permission cloudwatch:GetMetricData`, `ThrottlingException`. */
export function shortCause(failure: AwsFailure): string {
	return failure.kind === 'denied' ? `no permission ${callName(failure)}` : failure.code;
}
