import { expect, test } from 'vitest';
import { lane } from '../../../src/diagnosis/health-sheet/lane.ts';

const RANGE = { from: 0, to: 60 };

test('a health goes on until it is seen to change', () => {
	const turns = [
		{ at: 15, after: 'UNKNOWN' },
		{ at: 20, after: 'HEALTHY' },
		{ at: 45, after: 'UNHEALTHY' },
	];
	expect(lane(turns, RANGE, 6)).toEqual(['nothing', 'unknown', 'well', 'well', 'failing', 'failing']);
});

test('of what comes and goes within a cell a failure is told', () => {
	const turns = [
		{ at: 0, after: 'healthy' },
		{ at: 12, after: 'unhealthy' },
		{ at: 18, after: 'healthy' },
	];
	expect(lane(turns, RANGE, 6)).toEqual(['well', 'failing', 'well', 'well', 'well', 'well']);
});

test('what began before the stretch still counts, and what comes at its very end too', () => {
	const turns = [
		{ at: -90, after: 'HEALTHY' },
		{ at: 61, after: 'UNHEALTHY' },
	];
	expect(lane(turns, RANGE, 3)).toEqual(['well', 'well', 'failing']);
});

test('a word that is not known is unknown, and before the first nothing is known', () => {
	expect(lane([{ at: 40, after: 'SPLENDID' }], RANGE, 3)).toEqual(['nothing', 'nothing', 'unknown']);
	expect(lane([], RANGE, 2)).toEqual(['nothing', 'nothing']);
});
