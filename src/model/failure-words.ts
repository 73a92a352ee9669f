import type { AwsFailure, AwsFailureKind } from './aws-failure.ts';

/** `ecs:DescribeServices`, as IAM writes it, and where: ` in eu-west-1`. */
function callName({ service, operation, region }: AwsFailure, withRegion = false): string {
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

const CAUSES: Readonly<Partial<Record<AwsFailureKind, string>>> = {
	'no-credentials': 'no valid credentials',
	'expired-credentials': 'credentials expired',
	throttled: 'throttled',
	unreachable: 'AWS cannot be reached',
	'timed-out': 'no answer in time',
	'server-fault': 'AWS has a fault',
};

/** What is the matter with a call, in few words: `throttled`, `no permission cloudwatch:GetMetricData`, else AWS's code. */
export function shortCause(failure: AwsFailure): string {
	return failure.kind === 'denied' ? `no permission ${callName(failure)}` : (CAUSES[failure.kind] ?? failure.code);
}

/** Whether every other call fails of the same: said once, in the header, instead of in each pane. */
export function isAccountWide({ kind }: AwsFailure): boolean {
	return kind === 'no-credentials' || kind === 'expired-credentials';
}
