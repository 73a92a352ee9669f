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
	])('%s matches a JSON line: %s', (pattern, expected) => {
		expect(parseFilterPattern(pattern)(event)).toBe(expected);
	});

	test('for JSON passes over lines that are none', () => {
		expect(parseFilterPattern('{ $.missing NOT EXISTS }')(refused)).toBe(false);
	});

	test.each(['{ $.level = ', '{ level = 1 }', '{ $.a = 1 && }', '%(%', '[ip, user]'])(
		'that is broken is refused: %s',
		(pattern) => {
			expect(() => parseFilterPattern(pattern)).toThrow(AwsFault);
		},
	);
});
