/** `12s`, `4m`, `3h`, `9d`: how long ago, in its largest unit. '-' for a time that is not known. */
export function age(time: number | undefined, now: number): string {
	if (time === undefined) return '-';
	const seconds = Math.max(0, Math.round((now - time) / 1000));
	if (seconds < 100) return `${seconds}s`;
	if (seconds < 6000) return `${Math.floor(seconds / 60)}m`;
	if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)}h`;
	return `${Math.floor(seconds / 86_400)}d`;
}
