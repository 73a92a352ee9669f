import { describe, expect, test } from 'vitest';
import { parseLogFilter } from '../../src/model/log-filter.ts';
import { line, source } from '../store/log-fixtures.ts';

const timeout = line('1', 1, source('3f2a1b'), 'ERROR payment timeout after 3000ms');
const proxy = line('2', 2, source('9c01de', 'proxy'), 'GET /healthz 200 (ok)');

const passing = (text: string) =>
	[timeout, proxy]
		.filter(parseLogFilter(text).matches)
		.map(({ eventId }) => eventId)
		.join(' ');

describe('the log filter', () => {
	test.each([
		['', '1 2'],
		['TIMEOUT', '1'],
		['payment 3000', '1'],
		['payment healthz', ''],
		['!healthz', '1'],
		['/20[0-9] /', '2'],
		['/after \\d+ms$/', '1'],
		['!/\\d{4}/', '2'],
		['container:proxy', '2'],
		['task:3f2', '1'],
		['!task:3f2a1b get', '2'],
		['(ok)', '2'],
		['/', '1 2'],
		['!', '1 2'],
		['task:', '1 2'],
	])('"%s" passes %s', (text, ids) => {
		expect(passing(text)).toBe(ids);
	});

	test('marks what is looked for in the text, not what is excluded or said of the task', () => {
		const { marks } = parseLogFilter('get !nope task:9c /20./');
		expect([...proxy.text.matchAll(marks ?? /$^/g)].map(([found]) => found)).toEqual(['GET', '200']);
		expect(parseLogFilter('!nope task:9c').marks).toBe(undefined);
	});

	test('says what is wrong with a regex, and lets all lines pass', () => {
		expect(parseLogFilter('/(/').problem).toMatch(/^bad regex/);
		expect(passing('/(/')).toBe('1 2');
	});
});
