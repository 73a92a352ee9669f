import { Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';

/** Nobody's streams, at a moment that stands still; what is said on stderr is held. */
export function heldIo(now: number): { readonly io: Io; said(): string } {
	let held = '';
	const stream = new Writable({
		decodeStrings: false,
		write(chunk: string, _encoding, done) {
			held += chunk;
			done();
		},
	});
	const io = {
		stdout: stream,
		stderr: stream,
		env: {},
		signal: new AbortController().signal,
		now: () => now,
		wait: async () => {},
	};
	return { io, said: () => held };
}
