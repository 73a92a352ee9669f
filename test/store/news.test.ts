import { expect, test } from 'vitest';
import { isNews } from '../../src/store/news.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { failing } from './fake-aws.ts';

const clusters: readonly never[] = [];
const read: Picture = { ...EMPTY_PICTURE, clusters: { 'eu-west-1': { value: clusters, readAt: 1 } } };

test('a value or a failure is news', () => {
	const failure = { ...failing('throttled').failure, since: 2 };
	expect(isNews(EMPTY_PICTURE, read)).toBe(true);
	expect(isNews(read, { ...read, clusters: { 'eu-west-1': { value: [], readAt: 1 } } })).toBe(true);
	expect(isNews(read, { ...read, clusters: { 'eu-west-1': { value: clusters, readAt: 1, failure } } })).toBe(true);
	expect(isNews(read, EMPTY_PICTURE)).toBe(true);
});

test('that the same was read again is no news', () => {
	const again = { ...read, clusters: { 'eu-west-1': { value: clusters, readAt: 5 } }, callsPerSecond: 2 };
	expect(isNews(read, { ...again, serviceReadAt: { checkout: 5 } })).toBe(false);
});
