import { describe, expect, test } from 'vitest';
import { createScroller, scrollTo } from '../../src/components/scroll.ts';

const extent = { count: 42, height: 8 };

describe('scrollTo', () => {
	test('stays while the cursor is in view', () => {
		expect(scrollTo(10, 14, extent)).toBe(10);
	});

	test('moves just as far as the cursor went', () => {
		expect(scrollTo(10, 18, extent)).toBe(11);
		expect(scrollTo(10, 9, extent)).toBe(9);
	});

	test('shows no empty rows when the table became shorter', () => {
		expect(scrollTo(40, 41, { count: 12, height: 8 })).toBe(4);
		expect(scrollTo(40, 3, { count: 4, height: 8 })).toBe(0);
	});
});

test('a scroller without a cursor keeps its place', () => {
	const scroller = createScroller();
	scroller.to(30, extent);
	expect(scroller.to(undefined, extent)).toBe(23);
});
