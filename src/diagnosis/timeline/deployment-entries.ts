import { changesInShort, revisionChanges } from '../../model/revision-changes.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { DocumentChange } from '../../model/task-definition-diff.ts';
import type { Rollout } from '../deployment-story.ts';
import { rolloutMoments, type RolloutMoment } from '../rollout-moments.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

const LEVELS: Readonly<Record<RolloutMoment['step'], TimelineLevel>> = {
	began: 'changing',
	completed: 'routine',
	failed: 'failing',
	'taken back': 'failing',
};

/** Lines of a difference that are told one by one. */
const MOST_CHANGES = 12;

/** What was rolled out, with what is new in it, and what became of it; of one moment the later step first. */
export function deploymentEntries(
	rollouts: readonly Rollout[],
	taskDefinitions: Readonly<Record<string, TaskDefinition>>,
): readonly { readonly moment: RolloutMoment; readonly entry: FreshEntry }[] {
	return rollouts.flatMap((rollout) => {
		const changes = rolloutChanges(rollout, taskDefinitions);
		const id = rollout.startedAt ?? rollout.rollback?.startedAt;
		return rolloutMoments([rollout], () => (changes === undefined ? '' : changesInShort(changes)))
			.map((moment) => {
				const { at, step, text } = moment;
				const detail = step === 'began' && changes !== undefined ? changes.map(changeWords) : [];
				const entry: FreshEntry = {
					id: `deployment ${id} ${at} ${step}`,
					at,
					kind: 'deployment',
					level: LEVELS[step],
					text,
					...(detail.length > 0 && { detail: cut(detail) }),
					place: { kind: 'deployments' },
				};
				return { moment, entry };
			})
			.toReversed();
	});
}

/** Values that may be secrets are masked already. */
function rolloutChanges(
	{ from, to }: Rollout,
	taskDefinitions: Readonly<Record<string, TaskDefinition>>,
): readonly DocumentChange[] | undefined {
	const [before, after] = [taskDefinitions[from ?? ''], taskDefinitions[to ?? '']];
	return before && after && before !== after ? revisionChanges(before, after) : undefined;
}

/** `containerDefinitions[app].image 1.42 → 1.43`; `environment[PORT] added`. */
function changeWords({ path, before, after }: DocumentChange): string {
	if (before === undefined) return `${path} added: ${after ?? ''}`;
	return after === undefined ? `${path} taken out, was ${before}` : `${path} ${before} → ${after}`;
}

function cut(lines: readonly string[]): readonly string[] {
	if (lines.length <= MOST_CHANGES) return lines;
	return [...lines.slice(0, MOST_CHANGES), `and ${lines.length - MOST_CHANGES} more`];
}
