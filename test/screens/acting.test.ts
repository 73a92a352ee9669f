import { describe, expect, test } from 'vitest';
import type { Live } from '../../src/app/console-options.ts';
import { systemTime } from '../../src/store/time.ts';
import { actingShop, type ActingShop } from '../actions/shop.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { stillStore } from '../fixtures/still-store.ts';
import { openConsole, type OpenConsole, type OpenOptions } from './open-console.ts';

/** A console on the shop's picture whose changes reach a shop that lives. */
async function acting(
	options: OpenOptions,
	look: (console: OpenConsole, shop: ActingShop) => Promise<void>,
): Promise<readonly string[]> {
	const shop = actingShop();
	const live: Live = {
		store: stillStore(shopPicture()),
		profiles: [],
		acting: { aws: shop.aws, audit: shop.hands.audit, time: { ...systemTime, now: shop.hands.now } },
		createLogTail: shopLogTail,
		close: () => {},
	};
	const console = openConsole({ connect: () => Promise.resolve(live), ...options });
	await console.sees('checkout');
	await look(console, shop);
	console.press('\u0003');
	console.press('\u0003');
	return await console.ended;
}

/** To cart, which is in both. */
async function toCart({ press, sees }: OpenConsole): Promise<void> {
	press('/cart\r');
	await sees('▌  cart');
}

const SIZES = [
	{ columns: 60, rows: 18 },
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 34 },
	{ columns: 200, rows: 50 },
];

test.each(SIZES)('at $columns x $rows a dialog says where, what would come of it, and how to do it or leave', (size) =>
	acting(size, async (console) => {
		await toCart(console);
		console.press('s');
		await console.sees(/Scale cart ── prod/u);
		await console.sees(/Desired count +3 → \[ \]/u);
		console.press('5');
		await console.sees(/Desired count +3 → 5/u);
		const screen = await console.sees('ecs:UpdateService(desiredCount=5)');
		expect(screen).toMatch(/╰ Enter do it · Esc leave · Tab next field .*─+╯/u);
		expect(screen).toContain('prod · ap-northeast-1 · 1111-2222-3333');
		console.press('\u001b');
		await console.losesSight('Scale cart');
	}).then((left) => expect(left).toEqual([])),
);

test('a form with more fields than rows shows the one that has the keys, and what it would do', () =>
	acting({ columns: 60, rows: 18 }, async (console) => {
		await toCart(console);
		console.press('t');
		await console.sees('CPU target');
		console.press('50');
		await console.sees(/CPU target +none → 50 %/u);
		console.press('\t\t\t\t\t ');
		await console.sees('Cooldown in');
		console.press('\u001b[Z\u001b[Z\u001b[Z\u001b[Z\u001b[Z\u001b[Z');
		const screen = await console.sees(/▌ Scheduled actions/u);
		expect(screen).toMatch(/CPU target +none → 50 %/u);
		expect(screen).toMatch(/\d fields, \d+ lines more/u);
	}));

describe('scaling by key', () => {
	test('sends what was previewed once, shows how it goes, and says at the end what is left to AWS', async () => {
		const left = await acting({ columns: 120, rows: 34 }, async (console, shop) => {
			await toCart(console);
			console.press('s+2');
			await console.sees(/Desired count +3 → 5/u);
			await console.losesSight('looking up what follows');
			console.press('\r');
			await console.sees(/taken, request [-0-9a-f]{36}/u);
			await console.sees(/3 of 5 running/u);
			expect(shop.sent()).toEqual(['UpdateService']);
			console.press('\u001b');
			await console.sees('▌  cart');
			console.press('U');
			await console.sees(/⟳ under way +Scale cart +Desired count 3 → 5/u);
			console.press('\r');
			await console.sees(/3 of 5 running/u);
			console.press('\u0003');
			await console.sees('1 change is still followed: press it again to quit all the same');
		});
		expect(left).toEqual([
			'Scale cart is not followed to its end; it goes on in AWS: `deckwatch tasks prod/cart --region ap-northeast-1` shows how.',
		]);
	});

	test('keeps keys of the panes out of the dialog, and pasted text out of the keys', () =>
		acting({}, async (console, shop) => {
			await toCart(console);
			console.press('sq:/');
			await console.sees(/\[q:\/.?\]/u);
			await console.sees('"q:/" is not a number of tasks');
			console.press('\r');
			console.press('\u0015\u001b[200~7\r\u001b[201~');
			await console.sees(/Desired count +3 → 7/u);
			expect(shop.sent()).toEqual([]);
		}).then((left) => expect(left).toEqual([])));

	test('is off in a read-only console, and says why', () =>
		acting({ readOnly: true }, async (console) => {
			await toCart(console);
			console.press('s');
			await console.sees('scale: this console is read-only');
		}).then((left) => expect(left).toEqual([])));

	test('is off where a context is read-only, and says which', () =>
		acting({ contexts: [{ name: 'live', clusters: ['prod'], readOnly: true }] }, async (console) => {
			await toCart(console);
			console.press('s');
			await console.sees('scale: the context live is read-only, as the config file says');
		}).then((left) => expect(left).toEqual([])));

	test('wants the name of the service typed where a context is protected', () =>
		acting({ contexts: [{ name: 'live', clusters: ['prod'], protected: true }], rows: 34 }, async (console, shop) => {
			await toCart(console);
			console.press('s5');
			await console.sees(/Desired count +3 → 5/u);
			await console.losesSight('looking up what follows');
			console.press('\r');
			await console.sees('not sent yet: type cart first');
			expect(shop.sent()).toEqual([]);
			console.press('cart\r');
			await console.sees(/taken, request [-0-9a-f]{36}/u);
			expect(shop.sent()).toEqual(['UpdateService']);
		}).then((left) => expect(left).toHaveLength(1)));

	test('cannot be left while it may be sent, and says so', () =>
		acting({}, async (console, shop) => {
			const written = Promise.withResolvers<void>();
			Object.assign(shop.hands.audit, { append: () => written.promise });
			await toCart(console);
			console.press('s5');
			await console.sees(/✔ Fargate has/u);
			console.press('\r');
			await console.sees('looking once more whether all this is still so');
			console.press('\u001b');
			await console.sees('leave: it may be sent any moment; then its screen opens');
			written.resolve();
			await console.sees(/taken, request [-0-9a-f]{36}/u);
			expect(shop.sent()).toEqual(['UpdateService']);
		}).then((left) => expect(left).toHaveLength(1)));

	test('sends nothing for keys that come faster than what they ask for is looked up', () =>
		acting({}, async (console, shop) => {
			await toCart(console);
			console.press('s6\r');
			await console.sees('not sent yet: Enter sends it');
			expect(shop.sent()).toEqual([]);
		}).then((left) => expect(left).toEqual([])));

	test('keeps what is said of a change off the footer of its own screen', () =>
		acting({}, async (console, shop) => {
			shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
			await toCart(console);
			console.press('s6');
			await console.sees(/✔ Fargate has/u);
			console.press('\r');
			await console.sees(/✖ failed +ecs:UpdateService: AccessDeniedException/u);
			expect(console.lines().at(-1)).toMatch(/l logs .*Esc back/u);
		}).then((left) => expect(left).toEqual([])));

	test('has nothing to undo before something was changed', () =>
		acting({}, async (console) => {
			console.press('u');
			await console.sees('undo: nothing that was changed here can be taken back');
		}).then((left) => expect(left).toEqual([])));
});
