import { afterEach, beforeEach, vi } from 'vitest';
import { createDrydock, type Drydock } from '../../src/drydock/drydock.ts';
import { type DrydockServer, startServer } from '../../src/drydock/server.ts';
import type { Dispatcher } from '../../src/drydock/wire/dispatch.ts';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import { type CliOptions, type CliRun, runCli } from './run-cli.ts';

/** What the shop's clock reads when a test begins. */
export const NOON = Date.UTC(2026, 2, 14, 12);

export const TOKYO = 'ap-northeast-1';
export const IRELAND = 'eu-west-1';

/** The invented shop on loopback; its clock stands still unless a test steps it. */
export type Shop = {
	/** Runs `deckwatch <line>` against it, in both of its regions. The words of the line are apart by one space. */
	run(line: string, options?: CliOptions): Promise<CliRun>;
	suffer(...rules: readonly FaultRule[]): void;
	/** Ireland refuses everything from now on. */
	lockIreland(): void;
	/** Lets the shop's time pass. */
	step(ms: number): void;
	url(): string;
};

/** Opens a shop of its own for every test of a file. */
export function shopServer(scenario = 'shop'): Shop {
	let drydock: Drydock;
	let server: DrydockServer;
	let irelandIsLocked: boolean;
	const locked = createDrydock({ scenario: 'calm', startAt: NOON });
	locked.dispatcher.setFaults([{ operation: '*', accessDenied: true }]);

	beforeEach(async () => {
		vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
		vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
		vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
		vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
		irelandIsLocked = false;
		// AWS's request buckets fill with the shop's time too: what a command waits for costs no real time.
		let stepped = () => 0;
		drydock = createDrydock({ scenario, seed: 1, startAt: NOON, now: () => Date.now() + stepped() });
		stepped = () => drydock.world.clock.now - NOON;
		const { dispatcher } = drydock;
		const dispatch: Dispatcher['dispatch'] = (request) =>
			(irelandIsLocked && request.headers['authorization']?.includes(`/${IRELAND}/`)
				? locked.dispatcher
				: dispatcher
			).dispatch(request);
		server = await startServer({ dispatcher: { ...dispatcher, dispatch }, world: drydock.control });
	});
	afterEach(async () => {
		await server.close();
		vi.unstubAllEnvs();
	});

	return {
		run: (line, options) =>
			runCli(['--endpoint-url', server.url, '--region', `${TOKYO},${IRELAND}`, ...line.split(' ')], {
				now: () => drydock.world.clock.now,
				...options,
			}),
		suffer: (...rules) => drydock.dispatcher.setFaults(rules),
		lockIreland: () => {
			irelandIsLocked = true;
		},
		step: (ms) => drydock.control.step(ms),
		url: () => server.url,
	};
}
