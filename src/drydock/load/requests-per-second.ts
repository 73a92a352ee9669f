import { DAY, HOUR, MINUTE } from '../world/clock.ts';
import { unit } from '../world/noise.ts';
import type { TrafficCurve } from '../world/traffic.ts';

/**
 * Requests per second at a time (epoch ms): the day's wave, the minute's noise, and the surges.
 * `seed` tells one service's noise from another's.
 */
export function requestsPerSecond(curve: TrafficCurve, seed: number, at: number): number {
	const hour = (at % DAY) / HOUR;
	const wave = 1 + curve.swing * Math.cos((2 * Math.PI * (hour - curve.peakHour)) / 24);
	const noise = 1 + curve.noise * (2 * unit(seed, Math.floor(at / MINUTE)) - 1);
	return curve.surges
		.filter(({ from, until }) => from <= at && at < until)
		.reduce((requests, { factor }) => requests * factor, curve.base * wave * noise);
}
