import { describe, expect, test } from 'vitest';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import type { Service } from '../../src/model/service.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, PROD, REGION, serviceArn } from '../fixtures/shop.ts';
import { openConsole } from './open-console.ts';

/** Opens the console, does what is to be done, and leaves it. */
async function onScreen(
	options: Parameters<typeof openConsole>[0],
	look: (console: ReturnType<typeof openConsole>) => Promise<void>,
): Promise<void> {
	const console = openConsole(options);
	await console.sees('checkout');
	await look(console);
	console.press('\u0003');
	await console.ended;
}

const SIZES = [
	{ columns: 40, rows: 12 },
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 34 },
	{ columns: 200, rows: 50 },
	{ columns: 240, rows: 60 },
];

describe.each(SIZES)('at $columns x $rows', (size) => {
	test('the home screen fills the screen and answers what is failing', () =>
		onScreen(size, async ({ sees, lines }) => {
			await sees('app fails its health check');
			expect(lines()).toHaveLength(size.rows);
			expect(lines()[0]).toMatch(/^ deckwatch .*✖ 2 {2}▲ 1 {2}⟳ 1/u);
			expect(lines()[1]).toMatch(/^╭ Services .*╮$/u);
			expect(lines().at(-1)).toMatch(/: command {2}\? help/u);
			expect(lines().find((line) => line.includes('▌'))).toContain('✖ checkout');
		}));
});

describe('the home screen', () => {
	test('shows tasks, cause and logs of the selected service side by side', () =>
		onScreen({ columns: 120, rows: 34 }, async ({ sees, press }) => {
			await sees(/Tasks ── checkout ── 2 run 2 start 4 stop/u);
			await sees(/Why ── checkout/u);
			await sees(/listening on 0\.0\.0\.0:8081/u);
			press('j');
			await sees(/Tasks ── payments/u);
			await sees(/Why ── payments/u);
		}));

	test('keeps the selection on its thing when the order changes', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press, store }) => {
			press('j');
			await sees('▌✖ payments');
			const picture = shopPicture();
			const services = { ...picture.services[PROD]?.value };
			const cart = services[serviceArn('cart')] as Service;
			services[cart.serviceArn] = { ...cart, runningCount: 0 };
			store.show({ ...picture, services: { [PROD]: { value: services, readAt: NIGHT } } });
			const screen = await sees('✖ 3');
			expect(screen).toContain('▌✖ payments');
			expect(screen.indexOf('✖ cart')).toBeLessThan(screen.indexOf('✖ payments'));
		}));

	test('takes keys that come faster than they are read', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press }) => {
			press('jjj');
			await sees('▌⟳ inventory');
		}));

	test('takes Esc and the key after it for two keys, however fast they come', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press }) => {
			press('jjje');
			await sees(/╭ Events/u);
			press('\u001bg');
			await sees('▌✖ checkout');
			press('e');
			await sees(/╭ Events/u);
			press('\u001bjj');
			await sees('▌▲ search');
		}));

	test('goes round its panes with Tab, and zooms one', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press, losesSight }) => {
			press('\tj');
			await sees('▌5d10fe');
			press('z');
			await losesSight('Services');
			await sees('c63d1e');
			press('\u001b');
			await sees('Services');
			press('\t');
			await sees('payment provider slow');
			press('\t');
			await sees('deploy :42 → :43 began');
		}));

	test.each([
		{ columns: 80, rows: 24 },
		{ columns: 99, rows: 30 },
		{ columns: 100, rows: 30 },
		{ columns: 120, rows: 34 },
		{ columns: 200, rows: 50 },
	])('at $columns x $rows shows revision, age and health of the tasks, and the events', (size) =>
		onScreen(size, async ({ sees, press }) => {
			await sees(/TASK +STATE +HEALTH +REV +(?:AZ +)?(?:IP +)?AGE +WHY/u);
			press('\t\t\t');
			await sees('deploy :42 → :43 began');
			await sees(/TASKS +DEPLOY +CPU \/ TARGET .*LB/u);
		}),
	);

	test('shows a column for the events beside the logs on a big screen', () =>
		onScreen({ columns: 160, rows: 50 }, async ({ sees }) => {
			await sees(/payment provider slow[^]*deploy :42 → :43 began|deploy :42 → :43 began[^]*payment provider slow/u);
		}));

	test('has the names whole and no more, and what is measured before what was last said', () =>
		onScreen({ columns: 200, rows: 50 }, async ({ sees }) => {
			await sees(/ SERVICE {2,20}TASKS .* MEM .* DEPLOYED/u);
		}));

	test('filters while one types, and Esc brings all back', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press }) => {
			press('/!check tasks:0/');
			await sees('Services ── 1 of 16');
			await sees('▌✖ payments');
			press('\r');
			expect(await sees('? help')).toContain('1 of 16 /!check tasks:0/');
			press('\u001b');
			await sees('Services ── 16 ── by attention');
		}));

	test('shows faults only, and sorts by a column', () =>
		onScreen({ columns: 80, rows: 24 }, async ({ sees, press }) => {
			press('!');
			await sees(/4 of 16 ── by attention ── faults only/u);
			press('!>');
			await sees(/by service ↑/u);
			press(',');
			await sees(/by service ↓/u);
		}));

	test('follows the size of the terminal', () =>
		onScreen({ columns: 120, rows: 34 }, async ({ sees, resize }) => {
			await sees('Logs │ Events ── checkout');
			resize(80, 24);
			await sees('Tasks │ Logs │ Events');
			resize(30, 8);
			await sees(/^deckwatch needs a bigger *\nwindow:\n40x12 at least, this is 30x8\./u);
			resize(22, 8);
			await sees(/40x12 at least, this *\nis 22x8\./u);
			resize(120, 34);
			await sees('Logs │ Events ── checkout');
		}));

	test('keeps what is known when AWS fails, and says how old it is', () =>
		onScreen({ columns: 120, rows: 34 }, async ({ sees, store }) => {
			const failure = {
				kind: 'throttled',
				service: 'ecs',
				operation: 'DescribeServices',
				code: 'ThrottlingException',
				message: 'Rate exceeded',
				next: 'It is tried again.',
				since: NIGHT - 40_000,
				retryAt: NIGHT + 8_000,
			} as const;
			const picture = shopPicture();
			const value = picture.services[PROD]?.value ?? {};
			store.show({ ...picture, services: { [PROD]: { value, readAt: NIGHT - 40_000, failure } } });
			const screen = await sees('stale 40s: throttled, retry in 8s');
			expect(screen).toMatch(/✖ checkout/u);
		}));
});

test('the first frame comes before there is a connection, says what is being asked, and no number', async () => {
	const console = openConsole({ connect: () => new Promise(() => {}) });
	const screen = await console.sees(`asking ecs:ListClusters in ${REGION} …`);
	expect(screen).toMatch(/- svc {2}✖ - {2}▲ - {2}⟳ -/u);
	expect(screen).not.toMatch(/Services ── 0/u);
	console.press('q');
	await console.ended;
});

test('a connection that cannot be had is said in words', async () => {
	const console = openConsole({ connect: () => Promise.resolve({ failure: 'The profile "opps" is not there.' }) });
	await console.sees('The profile "opps" is not there.');
	await console.sees('Ctrl-r tries again, q quits.');
	console.press('q');
	await console.ended;
});

test('a connection that cannot be had names the own keys', async () => {
	const console = openConsole({
		connect: () => Promise.resolve({ failure: 'No region.' }),
		keys: { refresh: ['R'], quit: ['Q'] },
	});
	await console.sees('R tries again, Q quits.');
	console.press('Q');
	await console.ended;
});

test('an account without clusters says so, and what to press', async () => {
	const console = openConsole();
	await console.sees('checkout');
	console.store.show({ ...EMPTY_PICTURE, clusters: { [REGION]: { value: [], readAt: NIGHT } } });
	await console.sees(`This account has no ECS clusters in ${REGION}`);
	console.press('q');
	await console.ended;
});
