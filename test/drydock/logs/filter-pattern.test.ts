import { describe, expect, test } from 'vitest';
import { parseFilterPattern } from '../../../src/drydock/logs/filter-pattern.ts';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';

describe('a filter pattern', () => {
	const refused = '[ERROR 500] payment refused: card expired';

	test.each([
		['', true],
		['ERROR', true],
		['error', false],
		['ERROR payment', true],
		['ERROR order', false],
		['ERROR -payment', false],
		['ERROR -order', true],
		['"payment refused"', true],
		['"refused payment"', false],
		['-"card expired"', false],
		['?WARN ?ERROR', true],
		['?WARN ?order', false],
		['?WARN ERROR', true],
		['%\\d{3}\\]%', true],
		['%^payment%', false],
	])('%s matches a plain line: %s', (pattern, expected) => {
		expect(parseFilterPattern(pattern)(refused)).toBe(expected);
	});

	const event = JSON.stringify({
		level: 'error',
		status: 503,
		order: { id: 'ord-7', lines: [{ sku: 'mug' }] },
		note: null,
	});

	test.each([
		['{ $.level = "error" }', true],
		['{ $.level = error }', true],
		['{ $.level = "err*" }', true],
		['{ $.level = "info" }', false],
		['{ $.level != "info" }', true],
		['{ $.status >= 500 }', true],
		['{ $.status < 500 }', false],
		['{ $.status = 503 && $.level = "error" }', true],
		['{ $.status = 200 || ($.level = "error" && $.order.id = "ord-7") }', true],
		['{ $.order.lines[0].sku = "mug" }', true],
		['{ $.missing EXISTS }', false],
		['{ $.missing NOT EXISTS }', true],
		['{ $.note IS NULL }', true],
		['{ $.level = %WARN|err% }', true],
		['{ $.level != %WARN|err% }', false],
	])('%s matches a JSON line: %s', (pattern, expected) => {
		expect(parseFilterPattern(pattern)(event)).toBe(expected);
	});

	const access = '10.0.3.7 - alice [20/Nov/2026:12:00:00 +0000] "GET /healthz HTTP/1.1" 503 17';

	test.each([
		['[ip, ident, user, time, request, status, bytes]', true],
		['[ip, user]', false],
		['[ip, ...]', true],
		['[ip, ident, user, ...]', true],
		['[..., status, bytes]', true],
		['[ip, ..., status = 4* || status = 5*, bytes]', true],
		['[ip, ..., status >= 500 && status < 503, bytes]', false],
		['[ip = 10.*, ..., request = "GET *", status, bytes]', true],
		['[ip, ident, user = %^bob|^carol%, ...]', false],
		['[ip, ..., bytes > 16]', true],
	])('%s matches a line of fields: %s', (pattern, expected) => {
		expect(parseFilterPattern(pattern)(access)).toBe(expected);
	});

	test('for JSON passes over lines that are none', () => {
		expect(parseFilterPattern('{ $.missing NOT EXISTS }')(refused)).toBe(false);
	});

	test.each([
		'{ $.level = ',
		'{ level = 1 }',
		'{ $.a = 1 && }',
		'%(%',
		'"payment',
		'{ $.level = "error }',
		'[ip, user',
		'[..., ip, ...]',
	])('that is broken is refused: %s', (pattern) => {
		expect(() => parseFilterPattern(pattern)).toThrow(AwsFault);
	});
});
