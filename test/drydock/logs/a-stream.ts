import type { LogStream } from '../../../src/drydock/logs/stream.ts';
import { seedOf } from '../../../src/drydock/world/random.ts';

/** The start of the story: a quiet noon in the shop. */
export const NOON = Date.UTC(2026, 10, 20, 12);

/** A stream of the shop's checkout that has been speaking for an hour. */
export function aStream(facts: Partial<LogStream> = {}): LogStream {
	const name = facts.name ?? 'app/checkout/5f0c2b7e9a4d4c1e8b3a6d2f7e1c0b9a';
	return {
		name,
		arn: `arn:aws:logs:eu-central-1:123456789012:log-group:/shop/checkout:log-stream:${name}`,
		seed: seedOf(name),
		service: 'checkout',
		voice: 'json',
		rate: 2,
		port: 8080,
		startedAt: NOON - 3_600_000,
		openingMs: 4000,
		episodes: [],
		...facts,
	};
}
