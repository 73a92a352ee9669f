import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const LAUNCHER = fileURLToPath(new URL('../bin/deckwatch.js', import.meta.url));

const BIG = fileURLToPath(new URL('../src/drydock/scenarios/big.yaml', import.meta.url));

/** Tasks of the service that writes much. */
const TASKS = 20;

/** `big`, and before all others by name a service whose log has so many lines a second. */
export function firehose(linesPerSecond: number): string {
	const big = parse(readFileSync(BIG, 'utf8')) as { readonly services: readonly object[]; readonly behaviours: object };
	const behaviours = {
		...big.behaviours,
		'a-firehose': { log: { voice: 'json', linesPerSecond: linesPerSecond / TASKS } },
	};
	const services = [{ name: 'a-firehose', tasks: TASKS, traffic: { base: 5 } }, ...big.services];
	return scenarioFile(`firehose-${linesPerSecond}`, stringify({ ...big, services, behaviours }));
}

/** A small shop at night: all runs, nothing changes, and nobody writes a line. */
export function night(): string {
	return scenarioFile(
		'night',
		`description: A shop without customers.
clusters: [{ name: prod, region: ap-northeast-1 }]
defaults: { tasks: 2, traffic: { base: 0 } }
services: [{ name: api-gateway }, { name: cart }, { name: checkout }, { name: search }]
behaviours: { api-gateway: { log: { voice: json, linesPerSecond: 0 } } }
`,
	);
}

function scenarioFile(name: string, text: string): string {
	const file = join(mkdtempSync(join(tmpdir(), 'deckwatch-bench-')), `${name}.yaml`);
	writeFileSync(file, text);
	return file;
}

export type RunningDrydock = { readonly url: string; readonly process: ChildProcess };

/** A drydock in a process of its own. */
export function runDrydock(scenario: string): Promise<RunningDrydock> {
	const child = fork(LAUNCHER, ['drydock', '--port', '0', '--scenario', scenario], {
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	return new Promise((resolve, reject) => {
		child.once('message', ({ url }: { readonly url: string }) => resolve({ url, process: child }));
		child.once('exit', (code) => reject(new Error(`drydock ended with ${code}`)));
	});
}

/** What is measured on a drydock that lives as long. */
export async function on<T>(scenario: string, measure: (url: string) => Promise<T>): Promise<T> {
	const drydock = await runDrydock(scenario);
	try {
		return await measure(drydock.url);
	} finally {
		drydock.process.kill();
	}
}

/** What a console needs to look at it. */
export function consoleOn(url: string): readonly string[] {
	return ['--endpoint-url', url, '--region', 'ap-northeast-1'];
}

/** Any credentials: drydock does not check signatures. */
export const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };

/** Lets real time pass: a bench measures it, a test must not wait for it. */
export function passes(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms);
	});
}
