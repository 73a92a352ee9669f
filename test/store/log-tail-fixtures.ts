import { vi } from 'vitest';
import type { LogEvent } from '../../src/aws/aws.ts';
import type { LogLine, LogSource } from '../../src/model/log-line.ts';
import { createLogTail, type LogTailOptions } from '../../src/store/create-log-tail.ts';
import type { LogTail } from '../../src/store/log-tail.ts';
import { fakeLogGroup, type FakeLogGroupOptions } from './fake-log-group.ts';
import { event, source } from './log-fixtures.ts';

export const START = Date.parse('2026-11-20T12:00:00Z');
export const first = source('3f2a1b');
export const second = source('9c01de');

/** A tail over a group that is faked; the clock is vi's. */
export function tailOf(group: FakeLogGroupOptions, options: Partial<LogTailOptions> = {}) {
	const aws = fakeLogGroup(group);
	const tail = createLogTail({ aws, random: () => 0, ...options });
	return { tail, aws, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

export function held(tail: LogTail): readonly LogLine[] {
	const { lines } = tail.getState();
	return Array.from({ length: lines.length }, (_, index) => lines.at(index)).flatMap((line) => (line ? [line] : []));
}

export function ids(tail: LogTail): readonly string[] {
	return held(tail).map(({ eventId }) => eventId);
}

/** One event every `every` ms, numbered. */
export function ticking(from: number, to: number, every: number, at = first): readonly LogEvent[] {
	const count = Math.floor((to - from) / every);
	return Array.from({ length: count }, (_, index) =>
		event(`${at.taskArn.slice(-2)}${String(index).padStart(5, '0')}`, from + index * every, 0, at),
	);
}

/** The same, each taken in `late` ms after it was written. */
export function lateTicking(from: number, to: number, every: number, at: LogSource, late: number): readonly LogEvent[] {
	return ticking(from, to, every, at).map((one) => ({
		...one,
		eventId: `late${one.eventId}`,
		ingestedAt: one.ingestedAt + late,
	}));
}

/** So many lines a second, for so many seconds. */
export function torrent(rate: number, seconds: number): readonly LogEvent[] {
	return Array.from({ length: rate * seconds }, (_, index) =>
		event(String(index).padStart(6, '0'), START + Math.floor((index * 1_000) / rate)),
	);
}
