import type { AwsFailure, AwsFailureKind } from './aws-failure.ts';

/** `ecs:DescribeServices`, as IAM writes it. */
function callName({ service, operation }: AwsFailure): string {
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
