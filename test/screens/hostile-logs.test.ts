import { expect, test } from 'vitest';
import type { LogEventsQuery } from '../../src/aws/aws.ts';
import { createLogTail } from '../../src/store/create-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT } from '../fixtures/shop.ts';
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
				createLogTail: () => createLogTail({ aws: { logEvents }, time }),
				close: () => {},
			}),
	});
	const done: string[] = [];
	terminal.onTitleChange((title) => done.push(title));
	terminal.onBell(() => done.push('bell'));
	terminal.parser.registerOscHandler(52, (data) => {
		done.push(data);
		return true;
	});
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
