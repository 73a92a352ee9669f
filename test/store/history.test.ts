import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Moment, pictureAt, remember } from '../../src/store/history.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';

const picture = (callsPerSecond: number): Picture => ({ ...EMPTY_PICTURE, callsPerSecond });

/** A picture every `stepMs`, numbered by its time. */
function watch(steps: number, stepMs: number): readonly Moment[] {
	let history: readonly Moment[] = [];
	for (let at = 0; at < steps * stepMs; at += stepMs) history = remember(history, { at, picture: picture(at) });
	return history;
}

test('holds a bounded number of pictures, however long the console runs', () => {
	expect(watch(20_000, 500).length).toBeLessThanOrEqual(240);
	expect(watch(40_000, 2_000).length).toBeLessThanOrEqual(240);
});

test('gives the picture as it was, to five seconds in the last minutes and to half a minute in the last hour', () => {
	const history = watch(3600, 1000);
	const now = 3_600_000;
	fc.assert(
		fc.property(fc.integer({ min: 60_000, max: now }), (back) => {
			const time = now - back;
			const shown = pictureAt(history, time)?.callsPerSecond ?? Number.NaN;
			expect(shown).toBeLessThanOrEqual(time);
			expect(shown).toBeGreaterThan(time - (back <= 290_000 ? 5_000 : 40_000));
		}),
	);
});

test('gives the oldest picture for a time before the hour, and none before the first reading', () => {
	expect(pictureAt([], 5)).toBeUndefined();
	expect(pictureAt([{ at: 10, picture: picture(10) }], 5)?.callsPerSecond).toBe(10);
});

test('shows the last of several changes for as long as nothing follows', () => {
	let history = remember([], { at: 0, picture: picture(0) });
	history = remember(history, { at: 1_000, picture: picture(1_000) });
	history = remember(history, { at: 2_000, picture: picture(2_000) });
	expect(pictureAt(history, 300_000)?.callsPerSecond).toBe(2_000);
	history = remember(history, { at: 1_200_000, picture: picture(1_200_000) });
	expect(pictureAt(history, 900_000)?.callsPerSecond).toBe(2_000);
});

test('knows what was shown at the beginning of the hour, however long ago it was read', () => {
	let history = remember([], { at: 0, picture: picture(0) });
	history = remember(history, { at: 5_000_000, picture: picture(5_000_000) });
	expect(pictureAt(history, 4_000_000)?.callsPerSecond).toBe(0);
	history = remember(history, { at: 9_000_000, picture: picture(9_000_000) });
	expect(pictureAt(history, 5_400_000)?.callsPerSecond).toBe(5_000_000);
	expect(history).toHaveLength(2);
});

test('takes no room while nothing changes', () => {
	const same = picture(1);
	const once = remember([], { at: 0, picture: same });
	expect(remember(once, { at: 60_000, picture: same })).toBe(once);
});

test('keeps the metrics of the last five minutes only, and all else', () => {
	const cpu = { startedAt: 0, periodMs: 60_000, values: [12, 14] };
	const metrics = { 'arn:checkout': { value: { cpu, memory: cpu }, readAt: 0 } };
	let history: readonly Moment[] = [];
	for (let at = 0; at <= 600_000; at += 5_000)
		history = remember(history, { at, picture: { ...picture(at), metrics } });
	expect(pictureAt(history, 310_000)?.metrics).toBe(metrics);
	expect(pictureAt(history, 240_000)?.callsPerSecond).toBe(240_000);
	expect(pictureAt(history, 240_000)?.metrics).toEqual({});
});

test('goes on when the clock is set back', () => {
	const before = watch(100, 5_000);
	const after = remember(before, { at: 70_000, picture: picture(-1) });
	expect(after.at(-1)?.picture.callsPerSecond).toBe(-1);
	expect(after.every(({ at }) => at <= 70_000)).toBe(true);
	expect(remember(after, { at: 75_000, picture: picture(-2) }).length).toBe(after.length + 1);
});
