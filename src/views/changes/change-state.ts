import type { Glyphs } from '../../components/theme.ts';
import type { Tone } from '../text-line.ts';
import type { ChangeRecord } from './change-record.ts';

/** How a change stands, as a glyph, a word and a tone. */
export type ChangeState = { readonly glyph: string; readonly words: string; readonly tone: Tone };

export function stateOf({ outcome, undoneBy }: ChangeRecord, glyphs: Glyphs): ChangeState {
	if (undoneBy !== undefined) return { glyph: glyphs.separator, words: 'undone', tone: 'dim' };
	switch (outcome?.state) {
		case undefined:
			return { glyph: glyphs.changing, words: 'under way', tone: 'changing' };
		case 'done':
			return { glyph: glyphs.well, words: 'done', tone: 'well' };
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
