/** A moment to the minute, with its date, since what waits may wait for weeks: `2026-11-20 12:31Z`. @param at epoch ms */
export function minuteText(at: number): string {
	const iso = new Date(at).toISOString();
	return `${iso.slice(0, 10)} ${iso.slice(11, 16)}Z`;
}
