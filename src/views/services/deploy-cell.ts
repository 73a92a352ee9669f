import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import { rolledBack } from '../../diagnosis/rollout.ts';
import { revisionOf } from '../../model/arn.ts';
import { primaryDeployment } from '../../model/service.ts';
import type { Deployment, Service, TaskSet } from '../../model/service.ts';

/** How long "just became well" lasts, ms. */
const JUST = 10 * 60_000;

/** `⟳ :43  50%`, `✖ rolled back`, `✔ :118`. */
export function deployCell(service: Service, now: number, theme: Theme): readonly Segment[] {
	const { failing, changing, well } = theme.glyphs;
	const primary = primaryDeployment(service);
	if (!primary) return taskSetCell(service, theme);
	const revision = `:${revisionOf(primary.taskDefinition)}`;
	if (primary.rolloutState === 'FAILED') return [{ text: `${failing} ${revision} failed`, color: theme.failing }];
	if (rolledBack({ service }, now)) {
		const words = primary.rolloutState === 'IN_PROGRESS' ? 'rolling back' : 'rolled back';
		return [{ text: `${failing} ${words}`, color: theme.failing }];
	}
	if (primary.rolloutState === 'IN_PROGRESS') {
		return [
			{ text: `${changing} `, color: theme.changing },
			{ text: `${revision.padEnd(4)} ${`${progress(primary)}%`.padStart(4)}` },
		];
	}
	const color = now - (primary.updatedAt ?? 0) < JUST ? theme.well : theme.dim;
	return [{ text: `${well} `, color }, { text: revision }];
}

/** `⟳ :44   50%` while another controller brings in a task set, else the revision that serves. */
function taskSetCell({ taskSets = [] }: Service, theme: Theme): readonly Segment[] {
	const [newest] = taskSets;
	if (!newest) return [{ text: '-', color: theme.dim }];
	const revision = `:${revisionOf(newest.taskDefinition)}`;
	if (newest.stabilityStatus !== 'STABILIZING' && newest.status !== 'ACTIVE') {
		return [{ text: `${theme.glyphs.well} `, color: theme.dim }, { text: revision }];
	}
	return [
		{ text: `${theme.glyphs.changing} `, color: theme.changing },
		{ text: `${revision.padEnd(4)} ${`${progress(newest)}%`.padStart(4)}` },
	];
}

/** Sorted by how much there is to see: failed, rolled back, in progress, done. */
export function deployRank(service: Service, now: number): number {
	const state = primaryDeployment(service)?.rolloutState;
	if (service.taskSets?.some(({ status }) => status === 'ACTIVE')) return 2;
	if (state === 'FAILED') return 0;
	if (rolledBack({ service }, now)) return 1;
	return state === 'IN_PROGRESS' ? 2 : 3;
}

/** Percent of the wanted tasks that run. */
function progress({ runningCount, desiredCount }: Deployment | TaskSet): number {
	return desiredCount === 0 ? 100 : Math.min(100, Math.round((100 * runningCount) / desiredCount));
}
