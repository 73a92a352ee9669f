import { lastSegment } from '../../model/arn.ts';
import type { PastChange } from '../../model/past-change.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

const LEVELS: Readonly<Record<PastChange['state'], TimelineLevel>> = {
	done: 'changing',
	left: 'changing',
	failed: 'failing',
	unknown: 'degraded',
	'timed-out': 'degraded',
	'not-sent': 'routine',
};

/** What deckwatch changed, from the audit log: who, what, and how it ended. What never left is no change. */
export function changeEntries(changes: readonly PastChange[]): readonly FreshEntry[] {
	return changes.flatMap((change) => {
		const { id, time, verb, identity, differences, state, text, calls } = change;
		// oxlint-disable-next-line no-restricted-globals -- a time that was given is read; no clock is.
		const at = Date.parse(time);
		if (state === 'not-sent' || Number.isNaN(at)) return [];
		const what = differences.map(({ what: name, before, after }) => `${name} ${before} → ${after}`).join(', ');
		const who = identity === undefined ? '' : `${lastSegment(identity)}: `;
		return [
			{
				id: `change ${id}`,
				at,
				kind: 'change',
				level: LEVELS[state],
				text: `${who}${verb}${what === '' ? '' : `: ${what}`}${state === 'done' ? '' : ` (${state})`}`,
				detail: ['changed with deckwatch', ...text.split('\n'), ...calls.map((call) => `${call.name}: ${call.state}`)],
				place: { kind: 'service' },
			},
		];
	});
}
