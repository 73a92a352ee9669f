import { expect, test } from 'vitest';
import { type ResourceFailure, resourceState } from '../../src/model/resource.ts';

const failure: ResourceFailure = {
	kind: 'throttled',
	service: 'ecs',
	operation: 'DescribeServices',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'Wait.',
	since: 0,
};

test('what was never read is loading, and failed when it cannot be read', () => {
	expect(resourceState(undefined)).toBe('loading');
	expect(resourceState({})).toBe('loading');
	expect(resourceState({ failure })).toBe('failed');
});

test('what was read is fresh, and stale when it cannot be read again', () => {
	expect(resourceState({ value: [], readAt: 1 })).toBe('fresh');
	expect(resourceState({ value: [], readAt: 1, failure })).toBe('stale');
});

test('a service that does not scale is known not to: null is a value', () => {
	expect(resourceState({ value: null, readAt: 1 })).toBe('fresh');
});
