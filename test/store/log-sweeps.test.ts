import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { event } from './log-fixtures.ts';
import { first, ids, lateTicking, second, START, tailOf, ticking } from './log-tail-fixtures.ts';

beforeEach(() => {
	vi.useFakeTimers({ now: START });
});
afterEach(() => {
	vi.useRealTimers();
});

test.each([10, 28, 35, 60, 120, 300])('shows the lines of a task that were delivered %i s late', async (seconds) => {
	const events = [
		...ticking(START - 5_000, START + 200_000, 100, first),
		...ticking(START - 5_000, START + 20_000, 500, second),
		...lateTicking(START + 20_000, START + 40_000, 500, second, seconds * 1_000),
	];
	const { tail, pass } = tailOf({ events });
	tail.follow([first, second]);
	await pass((seconds + 80) * 1_000);
	expect(ids(tail).filter((id) => id.startsWith('late'))).toHaveLength(40);
});

test('shows what a task delivers in one go after a silence, with the newest lines, within half a minute', async () => {
	const backlog = Array.from({ length: 120 }, (_, index) => {
		const at = START + 20_000 + index * 500;
		return event(`late${String(index).padStart(3, '0')}`, at, START + 80_000 - at, second);
	});
	const events = [
		...ticking(START - 5_000, START + 200_000, 10, first),
		...ticking(START - 5_000, START + 20_000, 500, second),
		...backlog,
		...ticking(START + 80_000, START + 200_000, 500, { ...second, taskArn: `${second.taskArn}f` }),
	];
	const { tail, pass } = tailOf({ events, pageSize: 400, latency: 100 });
	tail.follow([first, second]);
	await pass(110_000);
	expect(ids(tail).filter((id) => id.startsWith('late'))).toHaveLength(120);
});
