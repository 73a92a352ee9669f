import type { Glyphs } from '../../components/theme.ts';
import { timeOfDay } from '../clock.ts';
import type { Tone } from '../text-line.ts';
import { waitsToBePutBack, type ChangeRecord } from './change-record.ts';

/** How a change stands, as a glyph, a word and a tone. */
export type ChangeState = { readonly glyph: string; readonly words: string; readonly tone: Tone };

export function stateOf(change: ChangeRecord, glyphs: Glyphs, utc: boolean): ChangeState {
	const { outcome, undoneBy, putBack } = change;
	if (undoneBy !== undefined) return { glyph: glyphs.separator, words: 'taken back', tone: 'dim' };
	if (putBack?.state === 'left') return { glyph: glyphs.degraded, words: 'not put back', tone: 'degraded' };
	switch (outcome?.state) {
		case undefined:
			return { glyph: glyphs.changing, words: 'under way', tone: 'changing' };
		case 'done':
			// What is to be done still matters more than what is done.
			return putBack && waitsToBePutBack(change)
				? { glyph: glyphs.changing, words: `until ${timeOfDay(putBack.at, utc).slice(0, 5)}`, tone: 'changing' }
				: { glyph: glyphs.well, words: 'done', tone: 'well' };
		case 'failed':
			return { glyph: glyphs.failing, words: 'failed', tone: 'failing' };
		case 'unknown':
			return { glyph: '?', words: 'unknown', tone: 'failing' };
		case 'timed-out':
			return { glyph: glyphs.degraded, words: 'not yet', tone: 'degraded' };
		case 'left':
			return { glyph: glyphs.separator, words: 'left', tone: 'dim' };
	}
}
