/**
 * Prints one JSON document: how fast and how light deckwatch is on this machine. With names of parts, only those:
 * `npm run bench -- start idle`. What else runs on the machine shows in every number: compare ratios, and medians of
 * several runs in turn; the load says how busy it was.
 */
import { cpus, loadavg } from 'node:os';
import { measureCalls } from './calls.ts';
import { measureIdle } from './idle.ts';
import { measureKeys, measureMemory } from './keys.ts';
import { measureStart } from './start.ts';
import { round } from './statistics.ts';
import { measureTail } from './tail.ts';
import { firehose, night, on } from './worlds.ts';

const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
	start: () => on('calm', measureStart),
	calls: async () => ({ services100: await measureCalls(100), services500: await measureCalls(500) }),
	keyToPaint: () => on(firehose(1_000), measureKeys),
	tail: measureTail,
	memory: () => on(firehose(4_000), measureMemory),
	idle: () => on(night(), measureIdle),
	calm: () => on('calm', measureIdle),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PARTS));
if (unknown !== undefined) {
	process.stderr.write(`There is no part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}.\n`);
	process.exit(2);
}
const load = () => round(loadavg()[0] ?? Number.NaN);
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model, loadBefore: load() };
const results: Record<string, unknown> = {};
for (const [name, measure] of Object.entries(PARTS)) {
	if (asked.length === 0 || asked.includes(name)) results[name] = await measure();
}
const document = { machine: { ...machine, loadAfter: load() }, ...results };
process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
process.exit();
