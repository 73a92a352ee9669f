import { familyRevision, lastSegment } from '../model/arn.ts';
import { duration } from '../model/duration.ts';
import { changesInShort, revisionChanges } from '../model/revision-changes.ts';
import type { Task } from '../model/task.ts';
import { latestRollout, type Rollout } from './deployment-story.ts';
import type { Beginning, Evidence } from './evidence.ts';
import type { EvidenceLine, NextStep } from './finding.ts';
import { colon } from './colon.ts';
import { deployWords } from './rollout-words.ts';

/** A deployment that is longer ago than this is not what changed just before, ms. Our own number. */
const LATELY = 60 * 60_000;

/** With this a line begins that tells what changed: it leads the evidence, but says nothing of how the rest was read. */
export const CHANGED = 'changed just before: ';

/** The deployment that came before a trouble. */
export type ChangedBefore = {
	readonly line: EvidenceLine;
	/** Back to what was there before; undefined where there is nothing to go back to, or that died, too. */
	readonly rollback: NextStep | undefined;
};

/**
 * The newest rollout, if a trouble began within the hour after it. Undefined where the trouble may be older than what is
 * known of it: nobody is told to take back what did no harm.
 * @param died tasks that failed; what they ran is nothing to go back to
 */
export function changedBefore(
	evidence: Evidence,
	{ since, mayBeOlder }: Beginning,
	died: readonly Task[] = [],
): ChangedBefore | undefined {
	if (since === undefined || mayBeOlder) return undefined;
	const rollout = latestRollout(evidence);
	if (!rollout || rollout.startedAt === undefined) return undefined;
	const between = since - rollout.startedAt;
	if (between < 0 || between > LATELY) return undefined;
	const changes = changeWords(rollout, evidence);
	return {
		line: {
			text: `${CHANGED}${deployWords(rollout)}, ${duration(between)} earlier${changes}`,
			api: evidence.history === undefined ? 'ecs:DescribeServices' : 'ecs:DescribeServiceDeployments',
			at: rollout.startedAt,
			place: { kind: 'deployments' },
		},
		rollback: backFrom(rollout, evidence, died),
	};
}

/** Evidence and advice of a finding that a deployment may have brought, each with what changed first. */
export function withChange(
	change: ChangedBefore | undefined,
	evidence: readonly EvidenceLine[],
	next: readonly NextStep[],
): { readonly evidence: readonly EvidenceLine[]; readonly next: readonly NextStep[] } {
	return {
		evidence: change ? [change.line, ...evidence] : evidence,
		next: change?.rollback ? [change.rollback, ...next] : next,
	};
}

function changeWords({ from, to }: Rollout, { taskDefinitions = {} }: Evidence): string {
	const [before, after] = [taskDefinitions[from ?? ''], taskDefinitions[to ?? '']];
	return before && after && from !== to ? `: ${changesInShort(revisionChanges(before, after))}` : '';
}

/** The step back from a rollout to what it replaced; undefined where there is none, or where that died, too. */
export function backFrom(
	{ from, to, rollback }: Rollout,
	{ service }: Evidence,
	died: readonly Task[],
): NextStep | undefined {
	if (from === undefined || to === undefined || from === to || rollback) return undefined;
	if (died.some(({ taskDefinitionArn }) => taskDefinitionArn === from)) return undefined;
	const family = (arn: string) => familyRevision(arn).replace(/:\d+$/u, '');
	const target = family(from) === family(to) ? lastSegment(from) : familyRevision(from);
	return {
		text: `Roll back to ${colon(from)}`,
		binding: 'act.rollback',
		command: `deckwatch rollback ${service.serviceName} --to ${target}`,
	};
}
