import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ScenarioError } from '../drydock/scenario/scenario-error.ts';
import { scenarioFile } from '../drydock/scenario/scenario-file.ts';
import { EXIT } from './exit-status.ts';
import { UsageError } from './usage-error.ts';

const DEFAULT_SCENARIO = 'shop';

/** What goes wrong again and again need not be told for ever, characters. */
const LONGEST_COMPLAINT = 10_000;

/** A drydock in a process of its own. */
export type Demo = {
	readonly url: string;
	readonly regions: readonly string[];
	/** drydock does not check signatures; the SDK wants something to sign with. */
	readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
	/** Answers what it complained of. */
	stop(): string;
};

/** The drydock of `--demo`: none, or one that is started when it is first asked for and lasts until it is stopped. */
export type DemoOfRun = {
	/** @throws {UsageError} when the scenario has mistakes */
	readonly started: () => Promise<Demo | undefined>;
	/** Answers what it complained of; it did not reach the terminal, where the console may be drawn. */
	readonly stop: () => Promise<string>;
};

/**
 * Makes a run's demo ready, so that all its connections look at one world.
 * @param option the scenario; '' when `--demo` stands alone
 * @throws {UsageError} when there is no such scenario
 */
export function demoOfRun(option: string | undefined): DemoOfRun {
	if (option !== undefined) checkScenario(option || DEFAULT_SCENARIO);
	let demo: Promise<Demo> | undefined;
	return {
		started: async () => (option === undefined ? undefined : await (demo ??= startDemo(option || DEFAULT_SCENARIO))),
		stop: async () =>
			(await demo?.then(
				({ stop }) => stop(),
				() => undefined,
			)) ?? '',
	};
}

function checkScenario(scenario: string): void {
	try {
		scenarioFile(scenario);
	} catch (error) {
		throw error instanceof ScenarioError ? new UsageError(error.message) : error;
	}
}

/**
 * Starts a drydock beside this process, so that a busy world cannot slow the console down. It ends with
 * this process, however that ends: it watches the channel between the two.
 * @throws {UsageError} when there is no such scenario, or it has mistakes
 */
function startDemo(scenario: string): Promise<Demo> {
	const child = fork(
		process.argv[1] ?? fileURLToPath(import.meta.url),
		['drydock', '--port', '0', '--scenario', scenario],
		{
			execPath: process.execPath,
			stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		},
	);
	let complaint = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		if (complaint.length < LONGEST_COMPLAINT) complaint += text;
	});
	return new Promise((resolve, reject) => {
		child.once('message', (message: { readonly url: string; readonly regions: readonly string[] }) => {
			child.unref();
			child.channel?.unref();
			resolve({
				...message,
				credentials: { accessKeyId: 'drydock', secretAccessKey: 'drydock' },
				stop: () => {
					child.kill();
					return complaint.trim();
				},
			});
		});
		child.once('error', reject);
		child.once('exit', (status) => {
			const words = complaint.trim().replace(/^deckwatch: /u, '');
			reject(status === EXIT.usage ? new UsageError(words) : new Error(`The demo did not start. ${words}`));
		});
	});
}
