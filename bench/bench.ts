/** Prints one JSON document: how fast and how light deckwatch is on this machine. */
import { cpus } from 'node:os';
import { measureCalls } from './calls.ts';
import { measureIdle } from './idle.ts';
import { measureKeys, measureMemory } from './keys.ts';
import { measureStart } from './start.ts';
import { measureTail } from './tail.ts';
import { firehose, night, runDrydock } from './worlds.ts';

const MEMORY_RATE = 4_000;

const calm = await runDrydock('calm');
const start = await measureStart(calm.url);
const calmShop = await measureIdle(calm.url);
calm.process.kill();

const asleep = await runDrydock(night());
const idle = await measureIdle(asleep.url);
asleep.process.kill();

const busy = await runDrydock(firehose(1_000));
const keyToPaint = await measureKeys(busy.url);
busy.process.kill();

const pouring = await runDrydock(firehose(MEMORY_RATE));
const memory = await measureMemory(pouring.url, MEMORY_RATE);
pouring.process.kill();

const result = {
	machine: { node: process.version, cpus: cpus().length, model: cpus()[0]?.model },
	start,
	calls: { latencyMs: 50, services100: await measureCalls(100), services500: await measureCalls(500) },
	keyToPaint,
	tail: await measureTail(),
	memory,
	idle,
	calm: calmShop,
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
process.exit();
