import { expect, test } from 'vitest';
import type { AwsFailure } from '../../src/model/aws-failure.ts';
import { failedCallAndNext, shortCause } from '../../src/model/failure-words.ts';

const THROTTLED: AwsFailure = {
	kind: 'throttled',
	service: 'ecs',
	operation: 'DescribeServices',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'It is tried again by itself.',
};

test('says which call failed, why, and the next step', () => {
	expect(failedCallAndNext(THROTTLED)).toBe(
		'ecs:DescribeServices failed: ThrottlingException. It is tried again by itself.',
	);
});

test('gives the request id along, by which AWS finds the call', () => {
	expect(failedCallAndNext({ ...THROTTLED, requestId: '1-2' })).toBe(
		'ecs:DescribeServices failed: ThrottlingException. It is tried again by itself. (request id 1-2)',
	);
});

test('names the permission that is missing, and of other trouble what it is, or its code', () => {
	expect(shortCause(THROTTLED)).toBe('throttled');
	expect(shortCause({ ...THROTTLED, kind: 'invalid', code: 'ClientException' })).toBe('ClientException');
	expect(shortCause({ ...THROTTLED, kind: 'denied', code: 'AccessDeniedException' })).toBe(
		'no permission ecs:DescribeServices',
	);
});
