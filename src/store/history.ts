import { EMPTY_PICTURE, type Picture } from './picture.ts';

/** Steps in ms: every five seconds for the last five minutes, every half minute for the last hour. */
const FINE_STEP = 5_000;
const FINE_FOR = 5 * 60_000;
const COARSE_STEP = 30_000;
const KEPT_FOR = 60 * 60_000;

/** The picture as it was at a time. */
export type Moment = { readonly at: number; readonly picture: Picture };

/**
 * Takes a picture into the history, oldest first: no more than 240 of them. Pictures share what did
 * not change, and coarse ones have no metrics, so a quiet hour costs little more than the present.
 */
export function remember(history: readonly Moment[], moment: Moment): readonly Moment[] {
	const last = history.at(-1);
	// The clock was set back: what lies ahead of it now would keep out all that comes until then.
	if (last && last.at > moment.at)
		return remember(
			history.filter(({ at }) => at <= moment.at),
			moment,
		);
	if (last?.picture === moment.picture) return history;
	let keptAt = Number.NEGATIVE_INFINITY;
	const thinned = history.flatMap((known, index) => {
		const { at } = known;
		const isFine = moment.at - at <= FINE_FOR;
		const next = history[index + 1]?.at ?? moment.at;
		// Only what the next one stands for may go: the last change before a silence is what was shown through it.
		if (next - keptAt <= (isFine ? FINE_STEP : COARSE_STEP) || moment.at - next >= KEPT_FOR) return [];
		keptAt = at;
		return [isFine ? known : withoutSeries(known)];
	});
	return [...thinned, moment];
}

/** Series are new every minute and share nothing: an hour of them is 30 MB for 400 services. */
function withoutSeries(moment: Moment): Moment {
	const { picture } = moment;
	const { metrics, longMetrics } = EMPTY_PICTURE;
	if (picture.metrics === metrics && picture.longMetrics === longMetrics) return moment;
	return { ...moment, picture: { ...picture, metrics, longMetrics } };
}

/** The picture as it was at `time`; the oldest there is when the history does not reach back so far. */
export function pictureAt(history: readonly Moment[], time: number): Picture | undefined {
	return (history.findLast(({ at }) => at <= time) ?? history[0])?.picture;
}
