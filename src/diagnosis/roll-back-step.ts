import { revisionOf } from '../model/arn.ts';
import { primaryDeployment } from '../model/service.ts';
import { latestRollout } from './deployment-story.ts';
import { type Evidence, MINUTE } from './evidence.ts';
import type { NextStep } from './finding.ts';

/** A rollout that was through longer ago is not what a trouble of now began with. Our own number. */
const RECENT = 60 * MINUTE;

/** To go back to what ran before a rollout of the last hour; none when there was none, or it was taken back already. */
export function rollBackStep(evidence: Evidence, now: number): readonly NextStep[] {
	const rollout = latestRollout(evidence);
	const primary = primaryDeployment(evidence.service);
	if (!rollout?.from || !rollout.to || rollout.from === rollout.to || rollout.rollback) return [];
	if (rollout.to !== primary?.taskDefinition || now - (rollout.startedAt ?? 0) > RECENT) return [];
	const revision = revisionOf(rollout.from);
	const command = `deckwatch rollback ${evidence.service.serviceName} --to ${revision}`;
	return [{ text: `Roll back to :${revision}`, binding: 'act.rollback', command }];
}
