import { mix, unit } from '../world/noise.ts';

/** A repeatable source of chance: the same seed rolls the same numbers. */
export type Dice = {
	/** In [0, 1). */
	readonly roll: () => number;
	/** A whole number in [from, to]. */
	readonly between: (from: number, to: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
	/** Lower-case hexadecimal digits. */
	readonly hex: (digits: number) => string;
};

/** Dice for one moment of one thing; see `mix` for making its seed. */
export function diceOf(seed: number): Dice {
	let rolls = 0;
	const roll = () => unit(seed, rolls++);
	return {
		roll,
		between: (from, to) => from + Math.floor(roll() * (to - from + 1)),
		chance: (probability) => roll() < probability,
		pick: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0],
		hex: (digits) => {
			let text = '';
			while (text.length < digits) text += mix(seed, rolls++).toString(16).padStart(8, '0');
			return text.slice(0, digits);
		},
	};
}
