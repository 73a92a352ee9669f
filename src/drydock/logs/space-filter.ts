import { invalidPattern } from './invalid-pattern.ts';
import { regexTest, valueTest, type ValueTest } from './match-value.ts';

/** Any number of fields, or one with what it must be. */
type Slot = '...' | ValueTest;

const CONDITION = /^([\w.-]+)\s*(!=|<=|>=|=|<|>)\s*(?:%((?:[^%\\]|\\.)+)%|"((?:[^"\\]|\\.)*)"|([^\s"&|]+))$/;

/**
 * A pattern for lines of fields between spaces: `[ip, user, ..., status = 4* || status = 5*]`. Without `...` a line
 * must have as many fields; `"…"` and `[…]` are one field. (CloudWatch Logs user guide, filter pattern syntax.)
 * @throws {AwsFault} InvalidParameterException for what cannot be read.
 */
export function spaceCondition(pattern: string): (message: string) => boolean {
	if (!pattern.endsWith(']')) throw invalidPattern();
	const slots = pattern
		.slice(1, -1)
		.split(',')
		.map((text) => slotOf(text.trim()));
	if (slots.filter((slot) => slot === '...').length > 1) throw invalidPattern();
	return (message) => fits(slots, fieldsOf(message));
}

function slotOf(text: string): Slot {
	if (text === '...') return '...';
	if (/^[\w.-]+$/.test(text)) return () => true;
	const choices = text.split('||').map((choice) => choice.split('&&').map((part) => conditionOf(part.trim())));
	return (field) => choices.some((parts) => parts.every((test) => test(field)));
}

function conditionOf(text: string): ValueTest {
	const [whole, , operator = '', regex, quoted, plain = ''] = CONDITION.exec(text) ?? [];
	if (whole === undefined) throw invalidPattern();
	if (regex !== undefined) return regexTest(operator, regex);
	const test = valueTest(operator, quoted ?? plain);
	return /[<>]/.test(operator) ? (field) => test(Number(field)) : test;
}

function fits(slots: readonly Slot[], fields: readonly string[]): boolean {
	const gap = slots.indexOf('...');
	if (gap === -1) return fields.length === slots.length && passes(slots, fields);
	const tail = slots.slice(gap + 1);
	if (fields.length < gap + tail.length) return false;
	return passes(slots.slice(0, gap), fields) && passes(tail, fields.slice(fields.length - tail.length));
}

function passes(slots: readonly Slot[], fields: readonly string[]): boolean {
	return slots.every((slot, index) => slot === '...' || slot(fields[index]));
}

function fieldsOf(message: string): string[] {
	const found = message.matchAll(/"([^"]*)"|\[([^\]]*)\]|(\S+)/g);
	return Array.from(found, ([, quoted, bracketed, plain = '']) => quoted ?? bracketed ?? plain);
}
