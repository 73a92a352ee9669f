/** How many requests a second reach a service. */
export type TrafficCurve = {
	/** Requests per second at the mean of the day. */
	base: number;
	/** 0 … 1: how far the day's wave swings above and below `base`. */
	readonly swing: number;
	/** Hour of the day (UTC) of the wave's crest. */
	readonly peakHour: number;
	/** 0 … 1: random variation from minute to minute. */
	readonly noise: number;
	/** Times of other load: `factor` multiplies the curve between `from` and `until` (epoch ms). */
	readonly surges: { readonly from: number; readonly until: number; readonly factor: number }[];
};
