import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogLine } from '../../../src/model/log-line.ts';
import { createLineStore } from '../../../src/store/log-buffer.ts';
import { indexOfLine, isAtTop, linesInView, moved } from '../../../src/views/logs/log-place.ts';
import { pickLines } from '../../../src/views/logs/pick-lines.ts';
import { line, source } from '../../store/log-fixtures.ts';

const app = source('3f2a1b');

function buffer(count: number, capacity = 1_000) {
	const store = createLineStore(capacity);
	store.insert(Array.from({ length: count }, (_, index) => line(String(index), Math.floor(index / 3), app)));
	return store;
}

const names = (lines: readonly (LogLine | undefined)[]) => lines.map((one) => one?.eventId).join(' ');

describe('places in the log', () => {
	test('are found again among lines of the same millisecond', () => {
		const lines = buffer(50).view();
		for (let at = 0; at < 50; at++) expect(indexOfLine(lines, lines.at(at))).toBe(at);
	});

	test('stay with their line while lines come in and fall out', () => {
		const store = buffer(50, 60);
		const held = store.view().at(40);
		store.insert(Array.from({ length: 30 }, (_, index) => line(`new${index}`, 100 + index, app)));
		expect(store.view().at(indexOfLine(store.view(), held))).toBe(held);
		const gone = line('0', 0, app);
		expect(indexOfLine(store.view(), gone)).toBe(0);
	});

	test('go up from the newest line, and back down into following', () => {
		const lines = buffer(50).view();
		const up = moved(lines, undefined, -5, 10);
		expect(up?.eventId).toBe('44');
		expect(moved(lines, up, 4, 10)?.eventId).toBe('48');
		expect(moved(lines, up, 5, 10)).toBe(undefined);
	});

	test('end upwards with the oldest line at the top', () => {
		const lines = buffer(50).view();
		const top = moved(lines, undefined, -1_000, 10);
		expect(top?.eventId).toBe('9');
		expect(names(linesInView(lines, top, 10, () => 1).lines)).toBe('0 1 2 3 4 5 6 7 8 9');
	});

	test('do not move where everything is in view', () => {
		expect(moved(buffer(5).view(), undefined, -1, 10)).toBe(undefined);
	});

	test('stay near where lines are picked', () => {
		const lines = buffer(50).view();
		const even = pickLines(lines, ({ eventId }) => Number(eventId) % 2 === 0);
		expect(even.at(indexOfLine(even, lines.at(7)))?.timestamp).toBe(lines.at(7)?.timestamp);
		expect(moved(even, undefined, -2, 10)?.eventId).toBe('44');
		expect(names(linesInView(even, undefined, 3, () => 1).lines)).toBe('44 46 48');
	});

	test('know when the oldest line is in view', () => {
		const lines = buffer(50).view();
		expect(isAtTop(lines, lines.at(9), 10)).toBe(true);
		expect(isAtTop(lines, lines.at(10), 10)).toBe(false);
		expect(isAtTop(lines, undefined, 10)).toBe(false);
	});

	test('fill the height from below where there is too little above', () => {
		const lines = buffer(50).view();
		const view = linesInView(lines, lines.at(1), 5, () => 1);
		expect(names(view.lines)).toBe('0 1 2 3 4');
		expect(view.cutTop).toBe(false);
	});

	test('show as many lines as fit, whatever the place', () => {
		fc.assert(
			fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, at, height) => {
				const lines = buffer(count).view();
				expect(linesInView(lines, lines.at(at), height, () => 1).lines).toHaveLength(Math.min(height, count));
			}),
		);
	});

	test('show the lowest line whole and cut wrapped ones at the top', () => {
		const lines = buffer(50).view();
		const view = linesInView(lines, undefined, 5, () => 3);
		expect(names(view.lines)).toBe('48 49');
		expect(view.cutTop).toBe(true);
	});
});
