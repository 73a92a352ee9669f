import { expect, test } from 'vitest';
import { flowSegments } from '../../src/components/flow-segments.ts';
import { plainText, type Segment } from '../../src/components/segment.ts';

const SENTENCE: readonly Segment[] = [
	{ text: ' app fails its health check' },
	{ text: ', since 12:01:40', color: 'gray' },
];

function flow(width: number, maxRows: number): readonly string[] {
	return flowSegments(SENTENCE, width, 3, maxRows).map((row) => plainText(row).trimEnd());
}

test('what fits stays in one row', () => {
	expect(flow(60, 2)).toEqual([' app fails its health check, since 12:01:40']);
});

test('breaks between words, also where two styles meet in one', () => {
	expect(flow(27, 3)).toEqual([' app fails its health', '   check, since 12:01:40']);
});

test('the last row takes what is left', () => {
	expect(flow(12, 2)).toEqual([' app fails', '   its health check, since 12:01:40']);
});

test('keeps the looks of each piece', () => {
	const styled = flowSegments(SENTENCE, 27, 3, 2)
		.flat()
		.filter(({ color }) => color === 'gray');
	expect(plainText(styled)).toBe(', since 12:01:40');
});
