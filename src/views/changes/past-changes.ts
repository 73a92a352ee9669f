import type { PastChange } from '../../model/past-change.ts';
import { dateTime } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import type { ChangeRecord } from './change-record.ts';

/** What deckwatch changed from this machine: before this console was opened, as the audit log has it, and since. */
export function pastChanges({ acts, settings }: ViewContext): readonly PastChange[] {
	const own = acts.changes.map(pastChange);
	const ids = new Set(own.map(({ id }) => id));
	return [...(settings.earlierChanges ?? []).filter(({ id }) => !ids.has(id)), ...own];
}

function pastChange({ id, plan, startedAt, outcome }: ChangeRecord): PastChange {
	return {
		...plan.subject,
		id,
		time: `${dateTime(startedAt, true).replace(' ', 'T')}Z`,
		verb: plan.verb,
		differences: plan.differences,
		calls: [],
		ended: outcome !== undefined,
		state: outcome?.state ?? 'left',
		text: outcome?.text ?? 'It is under way.',
	};
}
