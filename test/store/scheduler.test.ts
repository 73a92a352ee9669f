import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { putValues } from '../../src/store/picture-update.ts';
import type { Reading } from '../../src/store/reading.ts';
import { createScheduler } from '../../src/store/scheduler.ts';
import { failing } from './fake-aws.ts';
import { steppedTime } from './stepped-time.ts';

/** A scheduler with one reading, and when it was read. */
function bench(read: () => Promise<void> = async () => {}) {
	const time = steppedTime(0);
	const readAt: number[] = [];
	const state: { picture: Picture } = { picture: EMPTY_PICTURE };
	const scheduler = createScheduler({
		time,
		random: () => 0.5,
		update: (change) => {
			state.picture = change(state.picture);
		},
	});
	const reading = (every: number, changes: Partial<Reading> = {}): Reading => ({
		key: 'clusters',
		every,
		...changes,
		table: 'clusters',
		keys: ['eu-west-1'],
		read: () => {
			readAt.push(time.now());
			return read();
		},
	});
	return { time, scheduler, reading, readAt, shown: () => state.picture.clusters['eu-west-1'] };
}

test('counts from the last reading when something is wanted more often from now on', async () => {
	const { time, scheduler, reading, readAt } = bench();
	scheduler.keep([reading(60_000)]);
	await time.step(4_000);
	scheduler.keep([reading(5_000)]);
	await time.step(1_000);
	expect(readAt).toEqual([0, 5_000]);
});

test('tries again after one, two, four seconds, and says when', async () => {
	const { time, scheduler, reading, readAt, shown } = bench(() => Promise.reject(failing('unreachable')));
	scheduler.keep([reading(500)]);
	await time.step(7_000);
	expect(readAt).toEqual([0, 900, 2_700, 6_300]);
	expect(shown()?.failure).toMatchObject({ kind: 'unreachable', since: 0, retryAt: 6_300 + 7_200 });
});

test('tries again in seconds also what is read rarely, and spares AWS what costs many calls', async () => {
	for (const [costs, second] of [
		[{}, 900],
		[{ atLeast: 40_000 }, 40_000],
	] as const) {
		const { time, scheduler, reading, readAt } = bench(() => Promise.reject(failing('throttled')));
		scheduler.keep([reading(600_000, costs)]);
		await time.step(40_000);
		expect(readAt.slice(0, 2)).toEqual([0, second]);
	}
});

test('spreads what settles also when everything is wanted at once, and puts nothing off by that', async () => {
	const { time, scheduler, reading, readAt } = bench();
	scheduler.keep([reading(60_000, { settle: 20_000 })]);
	await time.step(30_000);
	scheduler.refresh();
	await time.step(15_000);
	expect(readAt).toEqual([20_000]);
	scheduler.refresh();
	await time.step(15_000);
	expect(readAt).toEqual([20_000, 50_000]);
});

test('asks once a minute for what is denied, and sooner when the person wants to', async () => {
	const { time, scheduler, reading, readAt } = bench(() => Promise.reject(failing('denied')));
	scheduler.keep([reading(1_000)]);
	await time.step(30_000);
	expect(readAt).toEqual([0]);
	scheduler.refresh();
	await time.step(0);
	expect(readAt).toEqual([0, 30_000]);
});

test('shows a defect of its own as a failure instead of falling silent', async () => {
	const { time, scheduler, reading, shown } = bench(() => Promise.reject(new TypeError('x is not a function')));
	scheduler.keep([reading(1_000)]);
	await time.step(0);
	expect(shown()?.failure).toMatchObject({ kind: 'unknown', service: 'deckwatch', message: 'x is not a function' });
});

test('a resource of two readings is well when both are, and one that recovers has the other try again', async () => {
	const time = steppedTime(0);
	const state: { picture: Picture } = { picture: EMPTY_PICTURE };
	const update = (change: (picture: Picture) => Picture) => void (state.picture = change(state.picture));
	const scheduler = createScheduler({ time, random: () => 0.5, update });
	const broken = new Set(['list', 'describe']);
	const tries: string[] = [];
	const reading = (key: string, kind: 'unreachable' | 'denied'): Reading => ({
		key,
		every: 1_000,
		table: 'services',
		keys: ['prod'],
		read: async () => {
			tries.push(key);
			if (broken.has(key)) throw failing(kind, { operation: key });
		},
	});
	scheduler.keep([reading('list', 'denied'), reading('describe', 'unreachable')]);
	const operation = () => state.picture.services['prod']?.failure?.operation;
	await time.step(0);
	expect(operation()).toBe('describe');
	broken.delete('describe');
	await time.step(1_000);
	expect(operation()).toBe('list');
	expect(tries).toEqual(['list', 'describe', 'describe']);
	broken.delete('list');
	await time.step(500);
	expect(tries.at(-1)).toBe('list');
	expect(operation()).toBeUndefined();
});

test('spreads the refreshes by a tenth to either side', async () => {
	const time = steppedTime(0);
	const readAt: number[] = [];
	const randoms = [0, 0.999];
	const scheduler = createScheduler({ time, random: () => randoms.shift() ?? 0.5, update: () => {} });
	const read = async () => void readAt.push(time.now());
	scheduler.keep([{ key: 'clusters', every: 1_000, table: 'clusters', keys: [], read }]);
	await time.step(2_100);
	expect(readAt.map(Math.round)).toEqual([0, 900, 2_000]);
});

test('what a failed reading left under way is cancelled and changes nothing', async () => {
	const time = steppedTime(0);
	const state: { picture: Picture } = { picture: EMPTY_PICTURE };
	const update = (change: (picture: Picture) => Picture) => void (state.picture = change(state.picture));
	const scheduler = createScheduler({ time, random: () => 0.5, update });
	const signals: AbortSignal[] = [];
	const read: Reading['read'] = (signal, found) => {
		signals.push(signal);
		time.setTimeout(() => found((picture) => putValues(picture, 'clusters', [['eu-west-1', []]], 0)), 100);
		return Promise.reject(failing('denied'));
	};
	scheduler.keep([{ key: 'clusters', every: 1_000, table: 'clusters', keys: ['eu-west-1'], read }]);
	await time.step(200);
	expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
	expect(state.picture.clusters['eu-west-1']).toEqual({ failure: expect.objectContaining({ kind: 'denied' }) });
});
