import type { Segment } from '../components/segment.ts';
import { latestRollout } from '../diagnosis/deployment-story.ts';
import { rolloutSentence } from '../diagnosis/rollout-words.ts';
import { age } from '../model/age.ts';
import { moment } from './clock.ts';
import type { ViewContext } from './pane.ts';
import { rolloutSources } from './rollout-sources.ts';
import type { ServiceRow } from './services/service-row.ts';

/** A deployment that is longer ago than this is not what changed just before, ms. */
const LATELY = 60 * 60_000;

/** `changed just before: deploy :42 → :43 at 12:01:05 (3m ago)`; empty when nothing was changed lately. */
export function lastChange({ service, attention }: ServiceRow, context: ViewContext): readonly Segment[] {
	const { picture, theme, settings, now } = context;
	if (attention.level === 'fine') return [];
	const rollout = latestRollout(rolloutSources(picture, service));
	const { startedAt, rollback } = rollout ?? {};
	const changedAt = startedAt ?? rollback?.startedAt;
	// Where the beginning is not known, neither is what came just before it.
	const { since, mayBeOlder = false } = attention;
	if (!rollout || changedAt === undefined || (since ?? now) - changedAt > LATELY) return [];
	const before = since !== undefined && !mayBeOlder && startedAt !== undefined && startedAt <= since;
	const sentence = rolloutSentence(rollout, (time) => moment(time, now, settings.utc));
	return [
		{ text: before ? 'changed just before: ' : 'last change: ', color: theme.dim },
		{ text: sentence.replaceAll('→', theme.glyphs.becomes) },
		...(rollback ? [] : [{ text: ` (${age(changedAt, now)} ago)`, color: theme.dim }]),
	];
}
