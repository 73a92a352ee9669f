import { type Io, say } from './io.ts';

/** A clock that is wrong by more than this (ms) is worth a word: signatures fail at five minutes. */
const WRONG = 60_000;

/** Says how far this machine's clock is off where the times that are printed will look odd. */
export function remarkOnClock(io: Io, ahead: number): void {
	if (Math.abs(ahead) < WRONG) return;
	const minutes = Math.round(Math.abs(ahead) / 60_000);
	const where = ahead > 0 ? 'behind' : 'ahead of';
	say(io, `deckwatch: this machine's clock is ${minutes} min ${where} AWS's, by which times are read here.`);
}
