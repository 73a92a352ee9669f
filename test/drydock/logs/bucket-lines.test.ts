import { describe, expect, test } from 'vitest';
import { linesInBucket } from '../../../src/drydock/logs/bucket-lines.ts';
import type { LogStream } from '../../../src/drydock/logs/stream.ts';
import { aStream, NOON } from './a-stream.ts';

const lines = (stream: LogStream, from: number, seconds: number) =>
	Array.from({ length: seconds }, (_, second) => linesInBucket(stream, Math.floor(from / 1000) + second)).flat();

describe('the lines of a stream', () => {
	test('are the same whenever they are asked for', () => {
		expect(lines(aStream(), NOON, 60)).toEqual(lines(aStream(), NOON, 60));
	});

	test('are unlike those of another stream', () => {
		const [one] = lines(aStream(), NOON, 10);
		const [other] = lines(aStream({ name: 'app/checkout/0000', seed: 3 }), NOON, 10);
		expect(one?.message).not.toBe(other?.message);
	});

	test('come at about the rate of the stream', () => {
		const perSecond = lines(aStream({ rate: 5 }), NOON, 600).length / 600;
		expect(perSecond).toBeGreaterThan(4.5);
		expect(perSecond).toBeLessThan(6.5);
	});

	test('have ids that are unique and ascend with the lines', () => {
		const ids = lines(aStream({ voice: 'rails', rate: 20 }), NOON, 30).map(({ eventId }) => eventId);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.toSorted()).toEqual(ids);
		expect(ids[0]).toMatch(/^\d{56}$/);
	});

	test('reach CloudWatch Logs after they were written, within three and a half seconds, some of them late', () => {
		const delays = lines(aStream({ rate: 10 }), NOON, 60).map(
			({ timestamp, ingestionTime }) => ingestionTime - timestamp,
		);
		expect(Math.min(...delays)).toBeGreaterThan(0);
		expect(Math.max(...delays)).toBeLessThanOrEqual(3000);
		expect(delays.filter((delay) => delay > 1000).length).toBeGreaterThan(10);
	});

	test('begin with the start of the process, which names its port', () => {
		const opening = lines(aStream({ startedAt: NOON + 200, port: 9090 }), NOON, 5);
		expect(opening[0]?.timestamp).toBe(NOON + 200);
		expect(opening.map(({ message }) => message).join('\n')).toContain('listening on 0.0.0.0:9090');
	});

	test('end with a stack trace when the process crashes, which is not known before it does', () => {
		const end = NOON + 5_300;
		const crashed = aStream({ voice: 'java', end: { at: end, ending: 'crashed' } });
		const last = lines(crashed, NOON, 10).filter(({ timestamp }) => timestamp >= end);
		expect(last.map(({ message }) => message).join('\n')).toContain('Application run failed');
		expect(last.every(({ ingestionTime }) => ingestionTime > end)).toBe(true);
		expect(lines(crashed, NOON + 10_000, 60)).toEqual([]);
	});

	test('simply stop when the process is killed for its memory', () => {
		const killed = aStream({ end: { at: NOON + 5_300, ending: 'silent' } });
		const before = lines(aStream(), NOON, 10).filter(({ timestamp }) => timestamp < NOON + 5_300);
		expect(lines(killed, NOON, 10)).toEqual(before);
	});

	test('tell of a failing health check with 503s, only from its time on', () => {
		const sick = aStream({ rate: 5, episodes: [{ trouble: 'health-check', from: NOON }] });
		const failures = (from: number) =>
			lines(sick, from, 60).filter(({ message }) => message.includes('"status":503')).length;
		expect(failures(NOON - 60_000)).toBe(0);
		expect(failures(NOON)).toBeGreaterThan(50);
	});

	test.each(['json', 'nginx', 'java', 'python', 'rails', 'plain'] as const)(
		'in the voice of %s talk about the shop',
		(voice) => {
			const text = lines(aStream({ voice, rate: 5 }), NOON, 60)
				.map(({ message }) => message)
				.join('\n');
			expect(text).toMatch(/ord-\d{6}|\/checkout/);
		},
	);

	test('hold an attack on the terminal and a line of 200 KB now and then', () => {
		const messages = lines(aStream({ rate: 200 }), NOON, 600).map(({ message }) => message);
		expect(messages.some((message) => message.includes(String.raw`\u001b]52`) || message.includes('\u001B'))).toBe(
			true,
		);
		expect(messages.some((message) => Buffer.byteLength(message) > 200_000)).toBe(true);
	});
});
