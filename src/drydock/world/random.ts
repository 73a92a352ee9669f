/** The state of a seeded random number generator (mulberry32): plain data, so one seed gives one run. */
export type Random = { state: number };

export function seeded(seed: number): Random {
	return { state: seed >>> 0 };
}

/** The next number in [0, 1). */
export function next(random: Random): number {
	random.state = (random.state + 0x6d2b79f5) >>> 0;
	let mixed = random.state;
	mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
	mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
	return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** A number in [from, to). */
export function between(random: Random, from: number, to: number): number {
	return from + next(random) * (to - from);
}

/** A duration in [from, to), in whole ms. */
export function durationBetween(random: Random, from: number, to: number): number {
	return Math.floor(between(random, from, to));
}

/** `length` hexadecimal digits, as in task ids (32) and digests (64). */
export function hex(random: Random, length: number): string {
	let digits = '';
	while (digits.length < length)
		digits += Math.floor(next(random) * 0x10000)
			.toString(16)
			.padStart(4, '0');
	return digits.slice(0, length);
}

/** `length` decimal digits, not starting with 0, as in deployment ids (19). */
export function digits(random: Random, length: number): string {
	let text = String(1 + Math.floor(next(random) * 9));
	while (text.length < length) text += Math.floor(next(random) * 10);
	return text;
}

/** Letters of both cases and digits, as in the names of service deployments (21) and lifecycle hooks (43). */
export function text62(random: Random, length: number): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
	return Array.from({ length }, () => alphabet[Math.floor(next(random) * 62)]).join('');
}

/** A version-4 UUID, as in event ids. */
export function uuid(random: Random): string {
	const text = hex(random, 30);
	const variant = '89ab'[Math.floor(next(random) * 4)];
	return [
		text.slice(0, 8),
		text.slice(8, 12),
		`4${text.slice(12, 15)}`,
		`${variant}${text.slice(15, 18)}`,
		text.slice(18, 30),
	].join('-');
}

/** A stable hash of a text as a seed (FNV-1a), to give each thing its own stream of noise. */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}
