import { vi } from 'vitest';
import type { Live } from '../../src/app/console-options.ts';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import { createStore } from '../../src/store/create-store.ts';
import { systemTime } from '../../src/store/time.ts';
import { actingShop } from '../actions/shop.ts';
import { NIGHT } from '../fixtures/shop.ts';
import { settle } from '../store/stepped-time.ts';
import { openConsole, type OpenConsole } from './open-console.ts';

/** A console over a scenario of drydock, by the real store and the real SDK; its time and the shop's pass together. */
export type LivingConsole = OpenConsole & {
	/** Lets time pass: what is asked for is answered, and what is to be drawn is drawn. */
	pass(seconds: number): Promise<void>;
	leave(): Promise<void>;
};

const STEP = 1_000;
/** Turns of Node in which an answer comes back over the SDK's bytes, and what it sets off. */
const TURNS = 12;

/** The machine's timers stand still but for `pass`, until it is left. */
export async function livingConsole(
	scenario: string,
	size: { readonly columns: number; readonly rows: number },
): Promise<LivingConsole> {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: NIGHT });
	const { drydock, aws, hands } = actingShop(scenario);
	const live: Live = {
		store: createStore({ aws, random: () => 0.5 }),
		profiles: [],
		acting: { aws, audit: hands.audit, time: systemTime },
		createLogTail: () => createLogTail({ aws }),
		close: () => {},
	};
	const console = openConsole({ ...size, connect: () => Promise.resolve(live), now: () => Date.now() });
	async function pass(seconds: number): Promise<void> {
		for (let passed = 0; passed < seconds * 1_000; passed += STEP) {
			drydock.control.step(STEP);
			// oxlint-disable-next-line no-await-in-loop -- a moment after the other
			await vi.advanceTimersByTimeAsync(STEP);
			// oxlint-disable-next-line no-await-in-loop -- no time passes while an answer is on its way
			for (let turn = 0; turn < TURNS; turn++) await settle();
		}
	}
	async function leave(): Promise<void> {
		console.press('\u0003');
		await pass(1);
		vi.useRealTimers();
		await console.ended;
	}
	await pass(5);
	return { ...console, pass, leave };
}
