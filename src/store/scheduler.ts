import type { AwsFailure } from '../model/aws-failure.ts';
import type { ResourceFailure } from '../model/resource.ts';
import { backOff } from './back-off.ts';
import { failureOf } from './failure-of.ts';
import { clearFailure, putFailure, type PictureUpdate } from './picture-update.ts';
import type { Reading } from './reading.ts';
import { elapsed, type Time, type Timer } from './time.ts';

/** Keeps a set of readings going: one of a kind under way at most, failures backed off, the dropped ones cancelled. */
export type Scheduler = {
	/** These, and no others, from now on. */
	keep(readings: readonly Reading[]): void;
	/** All of them now, or as soon as they settle; not those under way. */
	refresh(): void;
};

type Options = {
	readonly time: Time;
	/** In [0, 1), for jitter. */
	readonly random: () => number;
	readonly update: (update: PictureUpdate) => void;
};

type Job = {
	reading: Reading;
	timer?: Timer | undefined;
	/** When the timer goes off, epoch ms. */
	dueAt?: number;
	running?: AbortController | undefined;
	/** In a row. */
	failures: number;
	/** The last one, while it is not over. */
	failure?: ResourceFailure | undefined;
	/** End of the last reading, epoch ms. */
	endedAt?: number;
};

/** Ms after which a reading that fails tries again when another one of the same resource is well. */
const AFTER_RECOVERY = 500;

export function createScheduler({ time, random, update }: Options): Scheduler {
	const jobs = new Map<string, Job>();

	function keep(readings: readonly Reading[]): void {
		const wanted = new Map(readings.map((reading) => [reading.key, reading]));
		for (const [key, job] of jobs) if (!wanted.has(key)) drop(key, job);
		for (const reading of wanted.values()) {
			const job = jobs.get(reading.key);
			if (job === undefined) start(reading);
			else adopt(job, reading);
		}
	}

	function start(reading: Reading): void {
		const job: Job = { reading, failures: 0 };
		jobs.set(reading.key, job);
		begin(job);
	}

	function begin(job: Job): void {
		const { settle } = job.reading;
		if (settle === undefined) void run(job);
		else if (job.dueAt === undefined || job.dueAt > time.now() + settle) wait(job, settle);
	}

	function adopt(job: Job, reading: Reading): void {
		const sooner = reading.every < job.reading.every;
		job.reading = reading;
		if (!sooner || job.running !== undefined || job.failures > 0) return;
		const since = job.endedAt === undefined ? reading.every : elapsed(time.now(), job.endedAt);
		wait(job, Math.max(reading.settle ?? 0, reading.every - since));
	}

	function drop(key: string, job: Job): void {
		jobs.delete(key);
		if (job.timer !== undefined) time.clearTimeout(job.timer);
		job.running?.abort();
	}

	function wait(job: Job, delayMs: number): void {
		if (job.timer !== undefined) time.clearTimeout(job.timer);
		job.timer = time.setTimeout(() => void run(job), delayMs);
		job.dueAt = time.now() + delayMs;
	}

	async function run(job: Job): Promise<void> {
		if (job.timer !== undefined) time.clearTimeout(job.timer);
		job.timer = undefined;
		const controller = new AbortController();
		job.running = controller;
		const { read } = job.reading;
		const found = (change: PictureUpdate): void => {
			if (!controller.signal.aborted) update(change);
		};
		try {
			await read(controller.signal, found, job.failures > 0);
			job.failures = 0;
			if (!controller.signal.aborted) recover(job);
		} catch (error) {
			job.failures += 1;
			const dropped = controller.signal.aborted;
			// What the reading left under way must not pass for its success.
			controller.abort();
			if (!dropped) fail(job, failureOf(error));
			return;
		} finally {
			job.running = undefined;
			job.endedAt = time.now();
		}
		if (!controller.signal.aborted) wait(job, job.reading.every * (0.9 + random() / 5));
	}

	function fail(job: Job, failure: AwsFailure): void {
		const now = time.now();
		const delayMs = Math.max(job.reading.atLeast ?? 0, backOff(failure.kind, job.failures, random()));
		const { table, keys } = job.reading;
		job.failure = { ...failure, since: job.failure?.since ?? now, retryAt: now + delayMs };
		const own = job.failure;
		update((picture) => putFailure(picture, table, keys, own));
		wait(job, delayMs);
	}

	/** Its failure is over. That of another reading of the same resources is not, but may end now. */
	function recover(job: Job): void {
		const { table, keys } = job.reading;
		const others = sharing(job).filter(({ failure }) => failure !== undefined);
		const [other] = others;
		const had = job.failure !== undefined;
		job.failure = undefined;
		if (other?.failure === undefined) return update((picture) => clearFailure(picture, table, keys));
		if (!had) return;
		const rest = other.failure;
		update((picture) => putFailure(clearFailure(picture, table, keys), table, keys, rest));
		for (const waiting of others) if (waiting.running === undefined) wait(waiting, AFTER_RECOVERY);
	}

	function sharing(job: Job): readonly Job[] {
		const { table, keys } = job.reading;
		return [...jobs.values()].filter(
			({ reading }) =>
				reading !== job.reading && reading.table === table && reading.keys.some((key) => keys.includes(key)),
		);
	}

	return {
		keep,
		refresh: () => {
			for (const job of jobs.values()) if (job.running === undefined) begin(job);
		},
	};
}
