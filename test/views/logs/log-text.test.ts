import { describe, expect, test } from 'vitest';
import { levelWords, readableText } from '../../../src/views/logs/log-text.ts';

describe('the readable form of a JSON line', () => {
	test.each([
		[
			'{"level":"error","time":1763640000000,"msg":"charge failed","order":42,"card":{"last4":"4242"}}',
			'ERROR charge failed order=42 card={"last4":"4242"}',
		],
		['{"level":30,"pid":7,"msg":"listening on 0.0.0.0:8081"}', 'INFO listening on 0.0.0.0:8081 pid=7'],
		['{"severity":"WARNING","message":"slow query"}', 'WARNING slow query'],
		['{"msg":"no level"}', 'no level'],
	])('%s', (text, readable) => {
		expect(readableText(text)).toBe(readable);
	});

	test.each(['plain text', '{"count":1}', '{not json}', '[1,2]', '{"msg":"cut off… (20000 characters)'])(
		'%s stays as it is',
		(text) => {
			expect(readableText(text)).toBe(text);
		},
	);

	test('is clean even where JSON spells an escape sequence', () => {
		expect(readableText(String.raw`{"msg":"\u001b]0;owned\u0007paid\u202e","k\u001b[2J":"v\n"}`)).toBe('paid k=v⏎');
	});
});

describe('the word for the level', () => {
	test('is told apart at the beginning of a line', () => {
		expect(levelWords('[app] ERROR no route')).toEqual([
			{ text: '[app] ', level: undefined },
			{ text: 'ERROR', level: 'failing' },
			{ text: ' no route', level: undefined },
		]);
		expect(levelWords('warn: slow')[0]).toEqual({ text: 'warn', level: 'degraded' });
	});

	test('is neither part of another word nor somewhere in the sentence', () => {
		for (const text of ['terror in errors', `${'GET /healthz '.repeat(6)} error`]) {
			expect(levelWords(text)).toEqual([{ text, level: undefined }]);
		}
	});
});
