import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import type { Picture } from '../../src/store/picture.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { IDLE_ACTING } from '../fixtures/idle-acting.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { MINUTE, NIGHT, PROD, serviceArn } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';
import { openConsole, type OpenConsole, type OpenOptions } from './open-console.ts';

const CART = serviceArn('cart');

/** The shop's picture with cart as it is given. */
function withCart(change: (cart: Service) => Partial<Service>): Picture {
	const picture = shopPicture();
	const services = picture.services[PROD];
	const cart = services?.value?.[CART];
	if (!services?.value || !cart) throw new Error('the shop has a cart');
	const value = { ...services.value, [CART]: { ...cart, ...change(cart) } };
	return { ...picture, services: { ...picture.services, [PROD]: { ...services, value } } };
}

const THREE_MINUTES_AGO = NIGHT - 3 * MINUTE;
const event = (id: string, createdAt: number, message: string) => ({ id, createdAt, message });

/** Five minutes are remembered; cart had nine tasks until three minutes ago. */
async function rewinding(options: OpenOptions, look: (console: OpenConsole) => Promise<void>): Promise<void> {
	const events = [
		event('lately', NIGHT - 2 * MINUTE, '(service cart) is unable to be \u001b[2Jodd.'),
		event('before', THREE_MINUTES_AGO - 10_000, '(service cart) was unable to be quiet.'),
		event('long', NIGHT - 30 * MINUTE, '(service cart) was unable to begin.'),
	];
	const then = withCart(() => ({ desiredCount: 9, runningCount: 9, events: events.slice(1) }));
	const store = stillStore(withCart(() => ({ events })));
	const live = {
		store: { ...store, at: () => then, reachesTo: () => NIGHT - 5 * MINUTE },
		profiles: [],
		acting: IDLE_ACTING,
		createLogTail: shopLogTail,
		close: () => {},
	};
	const console = openConsole({ connect: () => Promise.resolve(live), ...options });
	await console.sees('checkout');
	console.press('/cart\r');
	await console.sees('▌  cart');
	await look(console);
	console.press('\u0003');
	await console.ended;
}

const SIZES = [
	{ columns: 60, rows: 18 },
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 34 },
	{ columns: 200, rows: 50 },
];

test.each(SIZES)('at $columns x $rows what was is drawn and said, in the header and on each pane', (size) =>
	rewinding(size, async ({ press, sees, losesSight }) => {
		press('[[');
		const screen = await sees('REWOUND to 03:01:10');
		expect(screen.split('\n')[0]).toMatch(/REWOUND to 03:01:10(?:, 3m ago)?.* Esc for now/u);
		expect(screen).toMatch(/Services ── REWOUND to 03:01:10/u);
		expect(screen).toMatch(/cart +9\/9/u);
		press('\u001b');
		await losesSight('REWOUND');
		expect(await sees('▌  cart')).not.toMatch(/cart +9\/9/u);
	}),
);

test('steps on to now, and says how far it is remembered', () =>
	rewinding({ columns: 120, rows: 34 }, async ({ press, sees, losesSight }) => {
		press('[');
		await sees('REWOUND to 03:02:20');
		press('[');
		await sees('REWOUND to 03:01:10');
		press('[');
		await sees('REWOUND to 02:59:20');
		await sees('deckwatch remembers back to 02:59:10, 5m ago, and no further');
		press('[');
		await sees('REWOUND to 02:59:20');
		press(']');
		await sees('REWOUND to 03:01:10');
		press(']');
		await sees('REWOUND to 03:02:20');
		press(']');
		await losesSight('REWOUND');
		press(']');
		await sees('forward in time: this is now');
	}));

test('changes nothing while it looks back, and says why', () =>
	rewinding({}, async ({ press, sees }) => {
		press('[');
		await sees('REWOUND');
		press('s');
		await sees('scale: this is how it was at 03:02:20: Esc comes back to now');
	}));

test('an event that is picked shows its moment, and the events go on to the present', () =>
	rewinding({ columns: 120, rows: 34 }, async ({ press, sees }) => {
		press('e');
		await sees('be quiet');
		press('jr');
		const screen = await sees('rewound to 03:01:10');
		expect(screen).toMatch(
			/unable to be .*odd[\s\S]*── rewound to 03:01:10 · \[ \] move · Esc for now[\s\S]*be quiet/u,
		);
	}));

test('the list of what happened says in whole words where it is rewound to, however narrow', () =>
	rewinding({ columns: 80, rows: 24 }, async ({ press, sees }) => {
		press('e');
		await sees('be quiet');
		press('[');
		const screen = await sees('rewound to 03:02:20');
		expect(screen).toMatch(/── rewound to 03:02:20 · Esc for now ──/u);
		expect(screen).toMatch(/Esc now/u);
	}));
