import type { Time } from './time.ts';

/** Over how long arrivals are averaged, ms: longer than from one poll to the next, which brings them all at once. */
const SPAN = 10_000;

/** How many lines a second came in lately. */
export type LogRate = { add(count: number): void; perSecond(): number };

export function createLogRate(time: Time): LogRate {
	let arrivals: { readonly at: number; readonly count: number }[] = [];
	const forget = () => {
		const from = time.now() - SPAN;
		if (arrivals[0] && arrivals[0].at <= from) arrivals = arrivals.filter(({ at }) => at > from);
	};
	return {
		add(count) {
			forget();
			if (count > 0) arrivals.push({ at: time.now(), count });
		},
		perSecond() {
			forget();
			return Math.round((arrivals.reduce((sum, { count }) => sum + count, 0) * 1000) / SPAN);
		},
	};
}
