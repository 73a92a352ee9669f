/** Mixes a number into a seed (MurmurHash3's finaliser), so that neighbours come out unlike each other. */
export function mix(seed: number, value: number): number {
	let hash = Math.imul(seed ^ Math.imul(value | 0, 0x9e3779b1), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
	return (hash ^ (hash >>> 15)) >>> 0;
}

/** The same as `mix`, as a number in [0, 1). */
export function unit(seed: number, value: number): number {
	return mix(seed, value) / 0x1_0000_0000;
}
