import { revisionOf } from '../../model/arn.ts';
import type { TaskSetTraffic } from '../../model/code-deploy.ts';
import type { TaskSet } from '../../model/service.ts';
import { seen } from '../look.ts';
import { failureWords } from '../task-end.ts';
import type { CodeDeploySight } from './code-deploy-sight.ts';

/** `moving the traffic · :44 4 of 4 running, 10 % of the traffic · :43 4 of 4 running, 90 %` */
export function stageWords(sight: CodeDeploySight, revision: string): string {
	return [...stage(sight, revision), ...setsOf(sight).map(setWords), ...failing(sight)].join(' · ');
}

/** What CodeDeploy is at; nothing between two of its steps. */
function stage({ service, deployment, target }: CodeDeploySight, revision: string): readonly string[] {
	const continued = `\`deckwatch continue-deployment ${service.serviceName}\``;
	const { status, readyWait, terminationWaitStarted } = deployment;
	if (status === 'Created' || status === 'Queued') return ['waiting for its turn'];
	if (status === 'Ready') return [`${revision} is ready: ${continued} lets the traffic go to it${stops(readyWait)}`];
	if (terminationWaitStarted) {
		return [`all traffic is on ${revision}; the old tasks wait for their end (${continued} ends the wait)`];
	}
	const event = seen(target)?.lifecycleEvents.find((one) => one.status === 'InProgress')?.name;
	return event === undefined ? [] : [EVENTS[event] ?? `at ${event}`];
}

/** Lifecycle events in words; the others are hooks, and go by their names. */
const EVENTS: Readonly<Record<string, string>> = {
	Install: 'starting the new tasks',
	AllowTestTraffic: 'moving the test traffic',
	AllowTraffic: 'moving the traffic',
};

function stops(readyWait: number | undefined): string {
	return readyWait === undefined ? '' : `, else it is stopped ${readyWait} min after it was ready`;
}

/** `4 of the new tasks failed, the last: exit 1` */
function failing({ failed = [] }: CodeDeploySight): readonly string[] {
	const [last] = failed;
	if (!last) return [];
	return [`${failed.length} of the new tasks failed, the last: ${failureWords(last)}`];
}

/** A task set as it is seen: the traffic is CodeDeploy's to tell, the revision is the service's. */
type SeenSet = TaskSet & { readonly traffic: number | undefined };

/** `10 % of the traffic is on :44, 90 % on :43`; undefined where it is not split. */
export function splitWords(sight: CodeDeploySight): string | undefined {
	const [first, ...more] = setsOf(sight).flatMap(({ traffic, taskDefinition }) =>
		traffic === undefined || traffic === 0 ? [] : [{ traffic, revision: `:${revisionOf(taskDefinition)}` }],
	);
	if (!first || more.length === 0) return undefined;
	const rest = more.map(({ traffic, revision }) => `${traffic} % on ${revision}`);
	return [`${first.traffic} % of the traffic is on ${first.revision}`, ...rest].join(', ');
}

/** The new one first. */
function setsOf({ service, target }: CodeDeploySight): readonly SeenSet[] {
	const known = new Map<string, TaskSetTraffic>(seen(target)?.taskSets.map((set) => [set.id, set]));
	return (service.taskSets ?? []).map((set) => ({ ...set, traffic: known.get(set.id)?.trafficWeight }));
}

function setWords({ taskDefinition, runningCount, desiredCount, pendingCount, status, traffic }: SeenSet): string {
	return [
		`:${revisionOf(taskDefinition)} ${runningCount}${status === 'DRAINING' ? '' : ` of ${desiredCount}`} running`,
		...(pendingCount > 0 ? [`${pendingCount} pending`] : []),
		...(traffic === undefined ? [] : [`${traffic} % of the traffic`]),
	].join(', ');
}
