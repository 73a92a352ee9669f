/** The units of time with their length in seconds, and how many of the next smaller one they have. */
const UNITS = [
	{ name: 'd', seconds: 86_400, next: { name: 'h', seconds: 3600, width: 1 } },
	{ name: 'h', seconds: 3600, next: { name: 'm', seconds: 60, width: 2 } },
	{ name: 'm', seconds: 60, next: { name: 's', seconds: 1, width: 2 } },
] as const;

/**
 * `12s`, `1m44s`, `12m`, `3h05m`, `1d6h`, `30d`: how long ago, in at most five cells up to a thousand days. It never reads
 * shorter as time goes by. '-' for a time that is not known.
 */
export function age(time: number | undefined, now: number): string {
	if (time === undefined) return '-';
	const seconds = Math.max(0, Math.floor((now - time) / 1000));
	const unit = UNITS.find((one) => seconds >= one.seconds);
	if (!unit) return `${seconds}s`;
	const { name, next } = unit;
	const count = Math.floor(seconds / unit.seconds);
	const rest = Math.floor((seconds % unit.seconds) / next.seconds);
	// Beyond nine of the larger unit nobody asks for the smaller.
	return count > 9 || rest === 0
		? `${count}${name}`
		: `${count}${name}${String(rest).padStart(next.width, '0')}${next.name}`;
}
