import { scrollTo } from '../../components/scroll.ts';

/** How many rows each part of a dialog asks for. */
type Wanted = {
	/** Inside the border, at most. */
	readonly room: number;
	readonly fields: number;
	/** Of the field that has the keys. */
	readonly focus: number;
	readonly preview: number;
	/** Lines of the preview that are to be scrolled away. */
	readonly scroll: number;
	/** Where it would happen, where the border has no room for it; and what is being done. */
	readonly fixed: number;
};

/** A part of what there is, from `first` on. */
type Window = { readonly first: number; readonly count: number };

/** Rows of the preview that fields leave to it: before, after, and the first that is to be known. */
const SEEN = 5;

/** What of fields and preview is shown: the field that has the keys always, and of the preview its beginning. */
export function dialogRows({ room, fields, focus, preview, scroll, fixed }: Wanted): {
	readonly fields: Window;
	readonly preview: Window;
} {
	const gaps = (fields > 0 && preview > 0 ? 1 : 0) + (fixed > 0 ? 1 : 0);
	const free = Math.max(1, room - fixed - gaps);
	const count = Math.min(fields, Math.max(1, free - Math.min(preview, SEEN)));
	const shown = Math.max(0, Math.min(preview, free - count));
	return {
		// One more than the field that has the keys, to be seen coming.
		fields: { first: scrollTo(0, Math.min(focus + 1, fields - 1), { count: fields, height: count }), count },
		preview: { first: Math.max(0, Math.min(scroll, preview - shown)), count: shown },
	};
}
