import type { Theme } from '../../components/theme.ts';
import type { Finding, Severity } from '../../diagnosis/finding.ts';
import { span, type Span, type Tone } from '../text-line.ts';

const TONES: Readonly<Record<Severity, Tone>> = {
	critical: 'failing',
	high: 'failing',
	warning: 'degraded',
	info: 'dim',
};

/** `✖ ` in its colour: how bad it is, as the services table marks it. */
export function severityMark({ severity }: Finding, { glyphs }: Theme): Span {
	const tone = TONES[severity];
	return span(tone === 'failing' || tone === 'degraded' ? `${glyphs[tone]} ` : `${glyphs.separator} `, tone);
}
