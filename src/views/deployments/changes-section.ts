import { revisionOf } from '../../model/arn.ts';
import type { ViewContext } from '../pane.ts';
import { rolloutChanges, selectedRollout } from '../rollout-changes.ts';
import { fieldSection, type Section } from '../section.ts';

/** What the newest rollout changed in the task definition, member by member. */
export function changesSection(context: ViewContext): readonly Section[] {
	const rollout = selectedRollout(context);
	const changes = rollout && rolloutChanges(context.picture, rollout);
	if (!rollout?.from || !rollout.to || changes === undefined) return [];
	const title = `Changed from :${revisionOf(rollout.from)} to :${revisionOf(rollout.to)}`;
	const fields = changes.map(({ path, before = 'not there', after = 'gone' }) => ({
		label: path.replace(/^containerDefinitions\[(?<name>[^\]]*)\]\.?/u, '$<name> '),
		text: before === after ? 'another value' : `${before} → ${after}`,
	}));
	const nothing = { label: 'nothing', text: 'the revisions differ in their number alone' };
	return [{ ...fieldSection(title, fields.length === 0 ? [nothing] : fields), wide: true }];
}
