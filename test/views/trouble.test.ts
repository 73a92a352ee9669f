import { expect, test } from 'vitest';
import type { ResourceFailure } from '../../src/model/resource.ts';
import { troubleOf, firstTrouble } from '../../src/views/trouble.ts';
import { NOW } from '../fixtures/checkout.ts';

const failure: ResourceFailure = {
	kind: 'throttled',
	service: 'ecs',
	operation: 'DescribeServices',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'It is tried again by itself.',
	since: NOW - 40_000,
};

test('says how old stale data is, why, and when it is tried again', () => {
	const stale = { value: 1, readAt: NOW - 40_000, failure: { ...failure, retryAt: NOW + 7_600 } };
	expect(troubleOf(stale, NOW)).toBe('stale 40s: ecs:DescribeServices ThrottlingException, retry in 8s');
});

test('says that a first reading failed', () => {
	expect(troubleOf({ failure }, NOW)).toBe('ecs:DescribeServices failed: ThrottlingException');
});

test('says nothing while all is well', () => {
	expect(firstTrouble([undefined, {}, { value: 1, readAt: NOW }], NOW)).toBeUndefined();
});

test('speaks for what was never read, then for the oldest: one age for all of a pane', () => {
	const recent = { value: 1, readAt: NOW - 17_000, failure };
	const old = { value: 1, readAt: NOW - 60_000, failure };
	expect(firstTrouble([{ value: 1 }, recent, old], NOW)).toBe('stale 1m: ecs:DescribeServices ThrottlingException');
	expect(firstTrouble([recent, { failure }, old], NOW)).toBe('ecs:DescribeServices failed: ThrottlingException');
});

test('says in which of several regions', () => {
	const there = { failure: { ...failure, region: 'eu-west-1' } };
	expect(firstTrouble([there], NOW, true)).toBe('ecs:DescribeServices in eu-west-1 failed: ThrottlingException');
	expect(firstTrouble([there], NOW)).toBe('ecs:DescribeServices failed: ThrottlingException');
});

test('says of a try whose time has come what it waits for, not that it comes in no time', () => {
	const tried = (changes: Partial<ResourceFailure>) =>
		troubleOf({ value: 1, readAt: NOW - 40_000, failure: { ...failure, retryAt: NOW - 9_000, ...changes } }, NOW);
	expect(tried({})).toMatch(/ThrottlingException, waiting for room in the call budget$/u);
	expect(tried({ kind: 'unreachable', code: 'ECONNREFUSED' })).toMatch(/ECONNREFUSED, retrying$/u);
});
