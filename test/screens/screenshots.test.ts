import { expect, test, vi } from 'vitest';
import type { Live } from '../../src/app/console-options.ts';
import { actingShop } from '../actions/shop.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';
import { steppedTime } from '../store/stepped-time.ts';
import { openConsole, type OpenConsole } from './open-console.ts';
import { screenSvg } from './svg.ts';

/** What is pressed on the home screen, and what is then on the screen for good. */
const PICTURES: readonly (readonly [name: string, keys: string, shown: RegExp])[] = [
	['home', '', /Why ── checkout[^]*payment provider slow/u],
	['service', '\r', /╭ Service ── checkout[^]*Autoscaling/u],
	['logs', 'l', /╭ Logs ── checkout[^]*payment provider slow/u],
	['metrics', 'm', /╭ Metrics ── checkout[^]*Memory/u],
	['palette', ':', /╭ Command/u],
];

// `vitest run test/screens -u` draws them anew.
test.each(PICTURES)('the picture of %s shows the screen as it is', async (name, keys, shown) => {
	const { terminal, press, sees, losesSight, ended } = openConsole({ columns: 120, rows: 34 });
	await sees(/Why ── checkout[^]*payment provider slow/u);
	if (keys !== '') press(keys);
	if (keys !== '' && keys !== ':') await losesSight('Why ──');
	await sees(shown);
	await expect(screenSvg(terminal)).toMatchFileSnapshot(`../../screenshots/${name}.svg`);
	press('\u0003');
	await ended;
});

const SIZE = { columns: 120, rows: 34 };
/** Made anew each time. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** A console whose changes reach a shop that began some seconds before the night's picture was taken. */
function actingConsole(scenario: string, seconds: number) {
	const shop = actingShop(scenario, { startAt: NIGHT - seconds * 1_000 });
	const time = steppedTime(NIGHT - seconds * 1_000);
	const live: Live = {
		store: stillStore(shopPicture()),
		profiles: [],
		acting: { aws: shop.aws, audit: shop.hands.audit, time },
		createLogTail: shopLogTail,
		close: () => {},
	};
	const console = openConsole({ ...SIZE, connect: () => Promise.resolve(live) });
	/** A second after the other, each look at AWS answered before time goes on. */
	async function pass(ms: number): Promise<void> {
		for (let passed = 0; passed < ms; passed += 1_000) {
			shop.drydock.control.step(1_000);
			// oxlint-disable-next-line no-await-in-loop -- a second after the other
			await time.step(1_000);
			// oxlint-disable-next-line no-await-in-loop -- as above
			await vi.waitUntil(() => time.waiting() > 0, { timeout: 5_000, interval: 1 });
		}
	}
	return { ...console, time, pass };
}

async function draws({ terminal, press, ended }: OpenConsole, name: string): Promise<void> {
	const svg = screenSvg(terminal).replaceAll(ID, '5f2c1f0e-9d3b-4c1a-8e57-0b6f3a2d9c84');
	await expect(svg).toMatchFileSnapshot(`../../screenshots/${name}.svg`);
	press('\u0003\u0003');
	await ended;
}

test('the picture of a scale shows where, what would come of it, and the calls', async () => {
	const console = actingConsole('shop', 60);
	await console.sees(/Why ── checkout[^]*payment provider slow/u);
	console.press('s');
	await console.sees(/Desired count +4 → \[ \]/u);
	console.press('6');
	await vi.waitUntil(() => console.time.waiting() > 0);
	await console.time.step(1_000);
	await console.sees(/✔ Fargate has[^]*ecs:UpdateService/u);
	console.press('\t\u001b[C');
	await console.sees(/< 15 minutes >/u);
	console.press('\u001b[C');
	await console.sees(/< 30 minutes > +then put back/u);
	await draws(console, 'scale');
});

test('the picture of a change shows how far it is', async () => {
	const console = actingConsole('calm', 37);
	await console.sees(/Why ── checkout[^]*payment provider slow/u);
	console.press('R');
	await console.sees(/checkout:42 → checkout:41/u);
	console.press('\r');
	await console.sees(/under way[^]*taken, request/u);
	await vi.waitUntil(() => console.time.waiting() > 0, { timeout: 5_000, interval: 1 });
	await console.pass(37_000);
	await console.sees(/:41 +█[^]*2 of 4 running/u);
	await draws(console, 'change');
});
