/** `850ms`, `12s`, `2m31s`, `3h05m`, `9d4h`: how long something took, in its two largest units. */
export function duration(milliseconds: number): string {
	if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))}ms`;
	const seconds = Math.round(milliseconds / 1000);
	if (seconds < 60) return `${seconds}s`;
	if (seconds < 3600) return two(Math.floor(seconds / 60), 'm', seconds % 60, 's');
	if (seconds < 86_400) return two(Math.floor(seconds / 3600), 'h', Math.floor((seconds % 3600) / 60), 'm');
	return `${Math.floor(seconds / 86_400)}d${Math.floor((seconds % 86_400) / 3600)}h`;
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
	return `${large}${largeUnit}${small === 0 ? '' : `${String(small).padStart(2, '0')}${smallUnit}`}`;
}
