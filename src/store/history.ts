import { EMPTY_PICTURE, type Picture } from './picture.ts';

/** Steps in ms: every five seconds for the last five minutes, every half minute for the last hour. */
const FINE_STEP = 5_000;
const FINE_FOR = 5 * 60_000;
const COARSE_STEP = 30_000;
const KEPT_FOR = 60 * 60_000;

/** The picture as it was at a time. */
export type Moment = { readonly at: number; readonly picture: Picture };

/**
 * Takes a picture into the history, oldest first: at most 60 fine and 110 coarse steps. Pictures share what did
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
	if (last && (moment.at - last.at < FINE_STEP || last.picture === moment.picture)) return history;
	let keptAt = Number.NEGATIVE_INFINITY;
	const thinned = history.flatMap((known) => {
		const { at } = known;
		if (moment.at - at > KEPT_FOR) return [];
		if (moment.at - at <= FINE_FOR) return [known];
		if (at - keptAt < COARSE_STEP) return [];
		keptAt = at;
		return [withoutSeries(known)];
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
