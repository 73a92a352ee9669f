import type { Glyphs } from '../../components/theme.ts';
import { deploymentFailure } from '../../diagnosis/deployment-failure.ts';
import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import { asDeployment, type Deployment, type Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { type GridColumn, gridLines } from '../grid.ts';
import type { ViewContext } from '../pane.ts';
import type { Section } from '../section.ts';
import { line, span, type Span } from '../text-line.ts';

/** The deployments whose tasks there are now: the one coming in or in place, and those on their way out. */
export function inPlaceSection(
	{ deployments, taskSets = [] }: Service,
	tasks: readonly Task[],
	{ theme, now }: ViewContext,
): Section {
	return {
		title: 'In place',
		wide: true,
		lines: (width) =>
			deployments.length + taskSets.length === 0
				? [line('none: another deployment controller keeps them', 'dim')]
				: gridLines(columns(tasks, theme.glyphs, now), [...deployments, ...taskSets.map(asDeployment)], width),
	};
}

function columns(tasks: readonly Task[], glyphs: Glyphs, now: number): readonly GridColumn<Deployment>[] {
	const count = (title: string, of: (deployment: Deployment) => number): GridColumn<Deployment> => ({
		title,
		align: 'right',
		cell: (deployment) => span(String(of(deployment)), of(deployment) === 0 ? 'dim' : undefined),
	});
	return [
		{ title: '  STATUS', cell: (deployment) => statusSpan(deployment, glyphs) },
		{ title: 'ROLLOUT', cell: ({ rolloutState }) => span(rolloutState ?? '-', 'dim') },
		{ title: 'REVISION', cell: ({ taskDefinition }) => span(familyRevision(taskDefinition), 'strong') },
		count('WANT', ({ desiredCount }) => desiredCount),
		count('RUN', ({ runningCount }) => runningCount),
		count('PEND', ({ pendingCount }) => pendingCount),
		{
			title: 'FAILED',
			align: 'right',
			cell: ({ failedTasks }) => span(String(failedTasks), failedTasks > 0 ? 'failing' : 'dim'),
		},
		{ title: 'AGE', align: 'right', cell: ({ createdAt }) => span(age(createdAt, now)) },
		{ title: 'DEPLOYMENT', cell: (deployment) => deploymentSpan(deployment, tasks) },
	];
}

function statusSpan({ status, rolloutState }: Deployment, glyphs: Glyphs): Span {
	if (rolloutState === 'FAILED') return span(`${glyphs.failing} ${status}`, 'failing');
	if (rolloutState === 'IN_PROGRESS') return span(`${glyphs.changing} ${status}`, 'changing');
	return span(`  ${status}`);
}

/** `ecs-svc/8812…`, and why it fails where it does. */
function deploymentSpan(deployment: Deployment, tasks: readonly Task[]): Span {
	const why = deploymentFailure(deployment, tasks);
	return why === undefined ? span(deployment.id, 'dim') : span(`${deployment.id}: ${why}`);
}
