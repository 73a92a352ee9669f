/** What one container of several wants, and with which weight. */
export type CpuWant = { readonly wanted: number; readonly shares: number };

/** Containers without CPU units of their own have two shares (ECS API reference, ContainerDefinition.cpu). */
const FEWEST_SHARES = 2;

/**
 * What each container gets of `size` CPU units: as much as it wants while there is enough, else by its shares, where what
 * one does not want goes to the others (how Linux schedules control groups).
 */
export function shareCpu(wants: readonly CpuWant[], size: number): number[] {
	const got = wants.map(() => 0);
	let left = size;
	let hungry = wants.map((_, index) => index);
	while (hungry.length > 0 && left > 0) {
		const sum = hungry.reduce((shares, index) => shares + sharesOf(wants[index]), 0);
		const portion = (index: number): number => (left * sharesOf(wants[index])) / sum;
		const modest = hungry.filter((index) => (wants[index]?.wanted ?? 0) <= portion(index));
		for (const index of modest.length > 0 ? modest : hungry)
			got[index] = Math.min(wants[index]?.wanted ?? 0, portion(index));
		if (modest.length === 0) break;
		hungry = hungry.filter((index) => !modest.includes(index));
		left -= modest.reduce((units, index) => units + (wants[index]?.wanted ?? 0), 0);
	}
	return got;
}

function sharesOf(want: CpuWant | undefined): number {
	return Math.max(FEWEST_SHARES, want?.shares ?? 0);
}
