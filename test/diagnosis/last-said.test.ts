import { expect, test } from 'vitest';
import { lastSaid } from '../../src/diagnosis/last-said.ts';

const lines = [
	{ timestamp: 10, text: 'connection refused' },
	{ timestamp: 20, text: "Received signal 'terminated', shutting down" },
];

test('what a task said before it was told to stop tells more than its good-bye', () => {
	expect(lastSaid({ stoppingAt: 15, stoppedAt: 30 }, lines)?.text).toBe('connection refused');
	expect(lastSaid({ stoppingAt: 20 }, lines)?.text).toMatch(/terminated/u);
});

test('the very last line tells where none is older than the stop, or its time is not known', () => {
	expect(lastSaid({ stoppingAt: 5 }, lines)?.text).toMatch(/terminated/u);
	expect(lastSaid({}, lines)?.text).toMatch(/terminated/u);
	expect(lastSaid({ stoppingAt: 5 })).toBeUndefined();
});
