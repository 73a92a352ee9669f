import { attention, type AttentionLevel } from '../../diagnosis/attention.ts';
import type { Service } from '../../model/service.ts';
import { serviceEvidence } from '../../store/service-evidence.ts';
import { timeOfDay } from '../clock.ts';
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
	const { level, reason, since } = attention(serviceEvidence(picture, service), now);
	const glyph = theme.glyphs[level === 'fine' ? 'well' : level];
	const from = since === undefined ? '' : `, since ${timeOfDay(since, settings.utc)}`;
	return [...paragraph(`${glyph} ${reason}${from}`, width, TONES[level]), EMPTY_LINE];
}
