import type { Terminal } from '@xterm/headless';
import { expect, test } from 'vitest';
import type { LogEventsQuery } from '../../src/aws/aws.ts';
import { safeText } from '../../src/model/safe-text.ts';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import { IDLE_ACTING } from '../fixtures/idle-acting.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, REGION } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';
import { steppedTime } from '../store/stepped-time.ts';
import { openConsole } from './open-console.ts';

/** What a log line may try on the terminal it is shown in, and how it looks instead. */
const LINES: readonly (readonly [written: string, shown: string])[] = [
	['clip\u001b]52;c;cm0gLXJmIC8=\u0007board', 'clipboard'],
	['ti\u001b]0;owned\u001b\\tle \u009d2;owned\u009c', 'title'],
	['up \u001b[5A\u001b[2J\u001b[1;1Hhome', 'up home'],
	['alone\rover\u0008\u0007', 'alone␍over␈␇'],
	['\u001b[?1049l\u001bcback\u001b[31m red', 'back red'],
];

/** What was done to the terminal besides drawing: titles, bells, links, what went into the clipboard. */
function doneTo(terminal: Terminal): readonly string[] {
	const done: string[] = [];
	terminal.onTitleChange((title) => done.push(title));
	terminal.onBell(() => done.push('bell'));
	for (const osc of [8, 52]) {
		terminal.parser.registerOscHandler(osc, (data) => {
			done.push(data);
			return true;
		});
	}
	return done;
}

test('a log line is text, whatever it tries on the terminal', async () => {
	const time = steppedTime(NIGHT);
	const logEvents = ({ streams }: LogEventsQuery) =>
		Promise.resolve({
			events: LINES.map(([message], index) => ({
				eventId: `${index}`,
				stream: streams[0] ?? '',
				timestamp: NIGHT - 9_000 + index,
				ingestedAt: NIGHT,
				message,
			})),
		});
	const { terminal, press, sees, lines, ended } = openConsole({
		columns: 120,
		rows: 34,
		connect: () =>
			Promise.resolve({
				store: stillStore(shopPicture()),
				profiles: [],
				acting: IDLE_ACTING,
				createLogTail: () => createLogTail({ aws: { logEvents }, time }),
				close: () => {},
			}),
	});
	const done = doneTo(terminal);
	await sees('checkout');
	press('l');
	await sees(/^.*\n╭ Logs ── checkout/u);
	await sees('asking logs:FilterLogEvents');
	await time.step(500);
	for (const [, shown] of LINES) await sees(shown);
	expect(lines()[1]).toMatch(/^╭ Logs ── checkout/u);
	expect(lines().at(-1)).toContain('? help');
	expect(done).toEqual([]);
	press('\u0003');
	await ended;
});

const EVIL = '\u009d8;;http://evil\u009cname\u009d8;;\u009c\tgnp\u202e.exe\u200b end';
/** As the terminal shows it; YAML writes the tab as two characters. */
const TAMED = /name(?: +|\\t)gnp\.exe end/u;

test('a value of a task definition is text, and its row as wide as the others', async () => {
	const { terminal, press, sees, lines, store, ended } = openConsole();
	const done = doneTo(terminal);
	await sees('checkout');
	const picture = store.getState();
	const taskDefinitions = Object.fromEntries(
		Object.entries(picture.taskDefinitions).map(([arn, { value }]) => {
			const document = { family: 'checkout', [`${EVIL}-key`]: EVIL, command: ['a\n\tb', EVIL] };
			return [arn, value ? { value: { ...value, document }, readAt: NIGHT } : {}];
		}),
	);
	store.show({ ...picture, taskDefinitions });
	press('Y');
	await sees(new RegExp(`- "?${TAMED.source}`, 'u'));
	expect(lines().join('\n')).toMatch(new RegExp(`${TAMED.source}-key"?: "?${TAMED.source}`, 'u'));
	expect(lines().join('\n')).toMatch(/^│ {8,}b/mu);
	expect(
		lines()
			.slice(2, -2)
			.filter((line) => !/^│.{78}│$/u.test(line)),
	).toEqual([]);
	expect(lines().join('')).not.toMatch(/[\p{Control}\p{Default_Ignorable_Code_Point}]/u);
	expect(done).toEqual([]);
	press('\u0003');
	await ended;
});

test('a profile has its name as text, and is connected to by the name it has', async () => {
	const asked: (string | undefined)[] = [];
	const { terminal, press, sees, lines, store, ended } = openConsole({
		columns: 120,
		connection: { profile: EVIL, regions: [REGION] },
		connect: ({ profile }) => {
			asked.push(profile);
			return Promise.resolve({
				store,
				profiles: [EVIL],
				acting: IDLE_ACTING,
				createLogTail: shopLogTail,
				close: () => {},
			});
		},
	});
	const done = doneTo(terminal);
	await sees('checkout');
	expect(lines()[0]).toMatch(TAMED);
	press('Cp');
	await sees(new RegExp(`│.*${TAMED.source} +│`, 'u'));
	press('\r');
	await sees('checkout');
	expect(asked).toEqual([EVIL, EVIL]);
	expect(done).toEqual([]);
	press('\u0003');
	await ended;
});

test('a cluster that is not there is named in text, and so is what is pasted', async () => {
	const { terminal, press, sees, lines, ended } = openConsole({ columns: 120, clusters: [EVIL] });
	const done = doneTo(terminal);
	await sees(new RegExp(`There is no cluster ${TAMED.source} in `, 'u'));
	press(`/\u001b[200~${EVIL}\u001b[201~`);
	await sees('Enter keep');
	expect(lines().join('')).not.toMatch(/[\p{Control}\p{Default_Ignorable_Code_Point}]/u);
	expect(done).toEqual([]);
	press('\u0003');
	await ended;
});

test('the name of a container is as wide as it is in why, health and events, and one that is hostile is text', async () => {
	const { terminal, press, sees, lines, store, ended } = openConsole({ columns: 120, rows: 34 });
	const done = doneTo(terminal);
	await sees('checkout');
	const wide = '決済✖👩‍👩‍👧‍👦';
	const evil = safeText(`${EVIL} ${wide}`);
	const picture = store.getState();
	const named = (_key: string, value: unknown): unknown => (value === 'app' ? evil : value);
	store.show(JSON.parse(JSON.stringify(picture, named)) as typeof picture);
	for (const key of ['w', 'h', 'e']) {
		press(key);
		await sees(/gnp\.exe end 決済/u);
		expect(lines().join('')).not.toMatch(/\p{Control}/u);
		const body = lines().slice(2, -2);
		expect(body.filter((line) => line.includes('決済') && !line.endsWith('│'))).toEqual([]);
		press('\u001b');
		await sees('╭ Services');
	}
	expect(done).toEqual([]);
	press('\u0003');
	await ended;
});
