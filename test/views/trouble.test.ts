import { expect, test } from 'vitest';
import type { ResourceFailure } from '../../src/model/resource.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { accountTrouble, firstTrouble, troubleOf } from '../../src/views/trouble.ts';
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
	expect(troubleOf(stale, NOW)).toBe('stale 40s: throttled, retry in 8s');
});

test('says that a first reading failed', () => {
	expect(troubleOf({ failure }, NOW)).toBe('not read: throttled');
});

test('leaves to the header what keeps every call from going through', () => {
	const expired = { ...failure, kind: 'expired-credentials', code: 'ExpiredTokenException' } as const;
	expect(troubleOf({ value: 1, readAt: NOW - 40_000, failure: expired }, NOW)).toBe('stale 40s');
	const earlier = { ...expired, since: NOW - 60_000 };
	const services = { a: { failure: expired }, b: { failure: earlier }, c: { failure: { ...failure, since: 0 } } };
	expect(accountTrouble({ ...EMPTY_PICTURE, services })).toBe(earlier);
	expect(accountTrouble(EMPTY_PICTURE)).toBeUndefined();
});

test('says nothing while all is well', () => {
	expect(firstTrouble([undefined, {}, { value: 1, readAt: NOW }], NOW)).toBeUndefined();
});

test('speaks for what was never read, then for the oldest: one age for all of a pane', () => {
	const recent = { value: 1, readAt: NOW - 17_000, failure };
	const old = { value: 1, readAt: NOW - 60_000, failure };
	expect(firstTrouble([{ value: 1 }, recent, old], NOW)).toBe('stale 1m: throttled');
	expect(firstTrouble([recent, { failure }, old], NOW)).toBe('not read: throttled');
});

test('says in which of several regions', () => {
	const there = { failure: { ...failure, region: 'eu-west-1' } };
	expect(firstTrouble([there], NOW, true)).toBe('not read: throttled in eu-west-1');
	expect(firstTrouble([there], NOW)).toBe('not read: throttled');
});

test('says of a try whose time has come what it waits for, not that it comes in no time', () => {
	const tried = (changes: Partial<ResourceFailure>) =>
		troubleOf({ value: 1, readAt: NOW - 40_000, failure: { ...failure, retryAt: NOW - 9_000, ...changes } }, NOW);
	expect(tried({})).toMatch(/throttled, waiting for room in the call budget$/u);
	expect(tried({ kind: 'unreachable', code: 'ECONNREFUSED' })).toMatch(/AWS cannot be reached, retrying$/u);
});
