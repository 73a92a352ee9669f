import { describe, expect, test } from 'vitest';
import { createTaskColors } from '../../../src/views/logs/create-task-colors.ts';

const PALETTE = ['red', 'green', 'blue'];

describe('the colours of tasks', () => {
	test('differ as long as there are colours', () => {
		const colors = createTaskColors()(['a', 'b', 'c'], PALETTE);
		expect(new Set(colors.values())).toEqual(new Set(PALETTE));
	});

	test('stay with a task while others come and go', () => {
		const assign = createTaskColors();
		const before = assign(['a', 'b'], PALETTE);
		const after = assign(['new', 'b', 'a'], PALETTE);
		expect([after.get('a'), after.get('b')]).toEqual([before.get('a'), before.get('b')]);
		expect(after.get('new')).toBe('blue');
	});

	test('are given again when their task is gone', () => {
		const assign = createTaskColors();
		const gone = assign(['a', 'b', 'c'], PALETTE).get('b');
		expect(assign(['a', 'c', 'd'], PALETTE).get('d')).toBe(gone);
	});

	test('are shared with the task furthest down the list when there are too few', () => {
		const assign = createTaskColors();
		const before = assign(['running', 'stopping', 'stopped'], PALETTE);
		expect(assign(['running', 'new', 'stopping', 'stopped'], PALETTE).get('new')).toBe(before.get('stopped'));
	});

	test('are the same object while nothing changes, so that lines are not drawn again', () => {
		const assign = createTaskColors();
		expect(assign(['a', 'b', 'a'], PALETTE)).toBe(assign(['a', 'b'], PALETTE));
	});

	test('are none where the terminal has none', () => {
		expect(createTaskColors()(['a'], []).get('a')).toBeUndefined();
	});
});
