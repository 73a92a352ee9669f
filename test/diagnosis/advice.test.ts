import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { EXIT } from '../../src/cli/exit-status.ts';
import type { NextStep } from '../../src/diagnosis/finding.ts';
import { runCli } from '../cli/run-cli.ts';
import { MINUTE } from '../fixtures/shop.ts';
import { judgedWorld } from './judged-world.ts';

/** `big` says nothing that `shop` does not; nobody reads anything in `throttled`. */
const LEFT_OUT = new Set(['big', 'throttled']);
const SCENARIOS = readdirSync('src/drydock/scenarios')
	.map((file) => file.replace('.yaml', ''))
	.filter((name) => !LEFT_OUT.has(name));

let steps: readonly NextStep[];

beforeAll(async () => {
	const all: NextStep[] = [];
	for (const name of SCENARIOS) {
		const world = judgedWorld(name);
		for (const minutes of [2, 3]) {
			// oxlint-disable-next-line no-await-in-loop -- the world goes on in steps
			const { findings } = await world.after(minutes * MINUTE);
			all.push(...findings.flatMap(({ next }) => next));
		}
	}
	steps = all;
}, 60_000);

test('commands of deckwatch are taken as they are pasted', async () => {
	const commands = [
		...new Set(steps.flatMap(({ command = '' }) => (command.startsWith('deckwatch ') ? [command] : []))),
	];
	expect(commands.length).toBeGreaterThan(10);
	const runs = await Promise.all(
		commands.map(async (command) => {
			const words = [...command.split(' ').slice(1), '--region', 'ap-northeast-1'];
			// Understood, and then at once interrupted.
			const { status, stderr } = await runCli(words, { signal: AbortSignal.abort() });
			return { command, refused: status === EXIT.usage ? stderr : false };
		}),
	);
	expect(runs.filter(({ refused }) => refused !== false)).toEqual([]);
	const { status } = await runCli(['rollback', 'checkout', '--too', '42'], { signal: AbortSignal.abort() });
	expect(status).toBe(EXIT.usage);
});

test('no command has anything left to fill in, and those of AWS say where', () => {
	const commands = steps.flatMap(({ command }) => command ?? []);
	expect(commands.filter((command) => /<[a-z]/iu.test(command))).toEqual([]);
	const anywhere = commands.filter((command) => /^aws (?!iam )/u.test(command) && !command.includes(' --region '));
	expect(anywhere).toEqual([]);
});

test('keys that are named work everywhere', () => {
	const { everywhere } = allBindings({});
	const ids = new Set(everywhere.bindings.map(({ id }) => id));
	expect(steps.flatMap(({ binding }) => binding ?? []).filter((id) => !ids.has(id))).toEqual([]);
});
