import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeText } from '../../src/model/safe-text.ts';

describe('safeText', () => {
	test.each([
		['plain text stays', 'GET /healthz 200', 'GET /healthz 200'],
		['cursor movement goes', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
		['a window title goes with its terminator BEL', 'a\u001b]0;owned\u0007b', 'ab'],
		['a clipboard write goes with its terminator ST', 'a\u001b]52;c;aGk=\u001b\\b', 'ab'],
		['a hyperlink leaves its words', '\u001b]8;;http://evil\u001b\\pay\u001b]8;;\u001b\\', 'pay'],
		['a device control string goes', 'a\u001bP$qm\u001b\\b', 'ab'],
		['the 8-bit forms go too', 'a\u009b31mb\u009d0;x\u009cc', 'abc'],
		['a charset switch goes', 'a\u001b(0b', 'ab'],
		['a control string ends at CAN', 'a\u001b]0;x\u0018b', 'ab'],
		['a broken sequence takes nothing visible along', 'a\u001b[31é', 'aé'],
		['an escape at the end goes', 'a\u001b', 'a'],
		['an escape inside an escape is seen', 'a\u001b(\u001b[2Jb', 'ab'],
		['colours go', '\u001b[31mred\u001b[0m', 'red'],
		['bidirectional overrides go', 'user \u202etxt.exe', 'user txt.exe'],
		['invisible characters go', 'E\u200bR\u00adR\u{e0041}OR', 'ERROR'],
		['escapes split by invisible characters are still seen', 'a\u001b\u200b[2Jb', 'ab'],
		['line breaks are shown', 'a\r\nb\nc\u2028d', 'a⏎b⏎c⏎d'],
		['the carriage return of a progress bar is shown', '10%\r20%', '10%␍20%'],
		['bell, NUL, backspace and DEL are shown', '\u0007\u0000\b\u007f', '␇␀␈␡'],
		['tabs reach the next stop', '\tat a\tb', '    at a    b'],
		['half characters are replaced', 'a\ud83dz', 'a\ufffdz'],
		['other scripts and emoji stay', '注文 Ошибка 🚀', '注文 Ошибка 🚀'],
	])('%s', (_title, hostile, clean) => {
		expect(safeText(hostile)).toBe(clean);
	});

	test('says how long a text was that it cut, and cuts no character in half', () => {
		expect(safeText('abcdef', { max: 3 })).toBe('abc… (6 characters)');
		expect(safeText('ab🚀cd', { max: 3 })).toBe('ab… (6 characters)');
		expect(safeText('abc', { max: 3 })).toBe('abc');
	});

	test('leaves no control character in any text, and leaves safe text as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const clean = safeText(text);
				expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
				expect(safeText(clean)).toBe(clean);
			}),
			{ numRuns: 2_000 },
		);
	});
});
