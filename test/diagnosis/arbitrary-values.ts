import fc from 'fast-check';
import { MINUTE } from '../fixtures/shop.ts';
import { NOW } from './checkout.ts';

/** Containers that tell each other apart. */
export const NAMES = ['app', 'datadog-agent', 'envoy'] as const;

/** What AWS may write: empty, of one sign, long, in any script. */
export const text: fc.Arbitrary<string> = fc.constantFrom(
	'',
	'-',
	'shop',
	'latest',
	'日本語',
	'a:b:c',
	'(task 1)',
	'x'.repeat(300),
);

/** Mostly around now; also never, long ago, and in times to come. */
export const time: fc.Arbitrary<number> = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: -70, max: 3 }).map((minutes) => NOW + minutes * MINUTE) },
	{ weight: 1, arbitrary: fc.constantFrom(0, 1, NOW - 1e12, NOW + 1e12) },
);

/** One of these, or what AWS has thought of since. */
export function strange(...known: readonly string[]): fc.Arbitrary<string> {
	return fc.constantFrom(...known, ...known, 'SOMETHING_NEW', '');
}

/** Present, or not. */
export function maybe<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
	return fc.option(of, { nil: undefined, freq: 4 });
}

/** None, one or two. */
export function someOf<T>(of: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
	return fc.array(of, { maxLength: 2 });
}

type Of<T> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> };

/** A record of which the second members may be left out, as AWS leaves out what is not there. */
export function sparse<A extends object, B extends object>(
	always: Of<A>,
	sometimes: Of<B>,
): fc.Arbitrary<A & Partial<B>> {
	const required = Object.keys(always);
	const shape = { ...always, ...sometimes } as Record<string, fc.Arbitrary<unknown>>;
	return fc.record(shape, { requiredKeys: required }) as fc.Arbitrary<unknown> as fc.Arbitrary<A & Partial<B>>;
}
