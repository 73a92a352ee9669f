import { expect, test } from 'vitest';
import { terse } from '../../build/terse.ts';

const ESC = '\u001B';

test('Steps down over rows become one', () => {
	expect(terse(`a${ESC}[E${ESC}[E${ESC}[Eb${ESC}[Ec`)).toBe(`a${ESC}[3Eb${ESC}[Ec`);
});

test.each(['31', '39', '97', '38;5;203', '38;2;255;136;0'])('A colour that another one overrules goes: %s', (color) => {
	expect(terse(`${ESC}[${color}m${ESC}[32mtext`)).toBe(`${ESC}[32mtext`);
});

test.each(['31;1', '1', '22', '41', '38;5;203;1', '0', '3', '9', '99', '38'])('Another style stays: %s', (style) => {
	const text = `${ESC}[${style}m${ESC}[32mtext`;
	expect(terse(text)).toBe(text);
});

test('A colour stays where there is a style or a text before the next', () => {
	const text = `${ESC}[31m${ESC}[1m${ESC}[32ma${ESC}[33mb`;
	expect(terse(text)).toBe(text);
});
