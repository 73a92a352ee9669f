import type { Segment } from '../components/segment.ts';
import { ROLLING_BACK } from '../diagnosis/service-events.ts';
import { age } from '../model/age.ts';
import { revisionOf } from '../model/arn.ts';
import type { Deployment, Service } from '../model/service.ts';
import type { Picture } from '../store/picture.ts';
import { knownTasksOf } from '../store/tasks-of.ts';
import { moment } from './clock.ts';
import type { ViewContext } from './pane.ts';
import type { ServiceRow } from './services/service-row.ts';

/** A deployment that is longer ago than this is not what changed just before, ms. */
const LATELY = 60 * 60_000;

/** `changed just before: deploy :42 → :43 at 12:01:05 (3m ago)`; empty when nothing was changed lately. */
export function lastChange({ service, attention }: ServiceRow, context: ViewContext): readonly Segment[] {
	const { picture, theme, settings, now } = context;
	const [newest] = service.deployments;
	const changedAt = newest?.createdAt;
	if (!newest || changedAt === undefined || attention.level === 'fine') return [];
	if ((attention.since ?? now) - changedAt > LATELY) return [];
	// Where the beginning is not known, neither is what came just before it.
	const { since, mayBeOlder = false } = attention;
	// A rollback is what came of it, not what it came from.
	const isRollback = ROLLING_BACK.test(newest.rolloutStateReason ?? '');
	const before = since !== undefined && !mayBeOlder && !isRollback && changedAt <= since;
	const previous = replacedBy(newest, service, picture);
	const from = previous === undefined ? '' : `:${revisionOf(previous)} ${theme.glyphs.becomes} `;
	return [
		{ text: before ? 'changed just before: ' : 'last change: ', color: theme.dim },
		{ text: `${isRollback ? 'rollback' : 'deploy'} ${from}:${revisionOf(newest.taskDefinition)}` },
		{ text: ` at ${moment(changedAt, now, settings.utc)} (${age(changedAt, now)} ago)`, color: theme.dim },
	];
}

/**
 * The task definition that was in place before a deployment. ECS drops the deployment that was replaced once its
 * tasks are gone; the history of rollouts knows it, and so do the tasks that were started before.
 */
function replacedBy(newest: Deployment, service: Service, picture: Picture): string | undefined {
	const { serviceArn, deployments } = service;
	if (deployments[1]) return deployments[1].taskDefinition;
	const rollout = picture.serviceDeployments[serviceArn]?.value?.find(
		({ targetTaskDefinition }) => targetTaskDefinition === newest.taskDefinition,
	);
	const earlier = knownTasksOf(picture, service)
		.filter(
			({ startedBy, createdAt = Infinity }) =>
				startedBy !== undefined && startedBy !== newest.id && createdAt < (newest.createdAt ?? 0),
		)
		.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	return rollout?.sourceTaskDefinitions[0] ?? earlier[0]?.taskDefinitionArn;
}
