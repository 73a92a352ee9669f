import { attention, type AttentionLevel } from '../../diagnosis/attention.ts';
import type { Service } from '../../model/service.ts';
import { serviceEvidence } from '../../store/service-evidence.ts';
import { beginning } from '../beginning.ts';
import type { ViewContext } from '../pane.ts';
import { EMPTY_LINE, type TextLine, type Tone } from '../text-line.ts';
import { paragraph } from '../wrap.ts';

const TONES: Readonly<Record<AttentionLevel, Tone>> = {
	failing: 'failing',
	degraded: 'degraded',
	changing: 'changing',
	fine: 'well',
};

/** What is the matter with the service, in one sentence: `✖ app fails its health check, since 12:01:40`. */
export function stateLines(
	service: Service,
	{ picture, theme, settings, now }: ViewContext,
	width: number,
): readonly TextLine[] {
	const found = attention(serviceEvidence(picture, service), now);
	const { level, reason } = found;
	const glyph = theme.glyphs[level === 'fine' ? 'well' : level];
	return [...paragraph(`${glyph} ${reason}${beginning(found, now, settings.utc)}`, width, TONES[level]), EMPTY_LINE];
}
