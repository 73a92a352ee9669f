import type { ServiceDeployment } from '../model/deployment-history.ts';
import { datedDeployments, type DatedDeployment, type Deployment, type Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import { failuresTold, rollbacksTold } from './deployment-marks.ts';

/** What the story of a service's rollouts is put together from; each alone forgets, and together they do not. */
export type StorySources = {
	readonly service: Service;
	/** As ecs:DescribeServiceDeployments gives them; undefined while they were not read. */
	readonly history?: readonly ServiceDeployment[] | undefined;
	readonly tasks?: readonly Task[] | undefined;
};

export type RolloutOutcome = 'under way' | 'completed' | 'failed' | 'replaced';

/** One rollout, with what became of it. Task definitions by ARN, times in epoch ms. */
export type Rollout = {
	/** `ecs-svc/…`, while anything tells. */
	readonly deploymentId?: string | undefined;
	readonly from?: string | undefined;
	/** Undefined where only its rollback is known. */
	readonly to?: string | undefined;
	readonly startedAt?: number | undefined;
	readonly outcome: RolloutOutcome;
	/** When it came to its outcome. */
	readonly endedAt?: number | undefined;
	/** AWS's words for why it failed. */
	readonly why?: string | undefined;
	readonly rollback?: Rollback | undefined;
};

export type Rollback = {
	readonly deploymentId?: string | undefined;
	readonly to?: string | undefined;
	readonly startedAt: number;
	readonly outcome: 'under way' | 'completed' | 'failed';
	/** When it was through, as far as that is known. */
	readonly endedAt?: number | undefined;
};

/** ECS gives a deployment, its service deployment and its events times of their own, ms apart from each other. */
const CLOSE = 10_000;

/** Many rules ask for it, of one evidence. */
const known = new WeakMap<StorySources, readonly Rollout[]>();

/** The rollouts of a service, newest first. A rollback is the end of the rollout that it takes back, and none of its own. */
export function deploymentStory(sources: StorySources): readonly Rollout[] {
	const story = known.get(sources) ?? tellStory(sources);
	known.set(sources, story);
	return story;
}

function tellStory(sources: StorySources): readonly Rollout[] {
	const { service, history = [], tasks = [] } = sources;
	const rollbacks = rollbacksTold(service, history, CLOSE);
	const own = datedDeployments(service.deployments).filter(
		({ id }) => !rollbacks.some(({ deployment }) => deployment?.id === id),
	);
	const told = history.flatMap((one) => fromHistory(one, own));
	const known = new Set(told.map(({ deploymentId }) => deploymentId));
	const untold = own.filter(({ id }) => !known.has(id)).map((one) => fromDeployment(one, own, tasks));
	const ordered = [...told, ...untold].toSorted((a, b) => timeOf(a) - timeOf(b));
	const failures = failuresTold(service);
	const taken = new Set<unknown>();
	const rollouts = ordered.map((rollout, index) => {
		const [from, to] = [timeOf(rollout), ordered[index + 1]?.startedAt ?? Infinity];
		const within = ({ at }: { readonly at: number }) => at >= from && at < to;
		const failure = failures.find((one) => within(one) && one.id === (rollout.deploymentId ?? one.id));
		const rollback = rollout.outcome === 'completed' ? undefined : rollbacks.find(within);
		taken.add(rollback);
		return ended(rollout, failure, rollback && rollbackOf(rollback, rollout, to < Infinity));
	});
	const newest = ordered.at(-1)?.startedAt ?? 0;
	const lone = rollbacks
		.filter((one) => !taken.has(one))
		.map((one) => taking(one, rollbackOf(one, undefined, newest > one.at), failures, tasks));
	return [...rollouts, ...lone].toSorted((a, b) => timeOf(b) - timeOf(a));
}

/** The newest rollout; undefined before the first. */
export function latestRollout(sources: StorySources): Rollout | undefined {
	return deploymentStory(sources)[0];
}

/** When it began, or the first that is known of it. */
function timeOf({ startedAt, rollback, endedAt }: Rollout): number {
	return startedAt ?? endedAt ?? rollback?.startedAt ?? 0;
}

function fromHistory(one: ServiceDeployment, own: readonly DatedDeployment[]): readonly Rollout[] {
	const { status, targetTaskDefinition: to, sourceTaskDefinitions, finishedAt } = one;
	const startedAt = one.createdAt ?? one.startedAt;
	if (to === undefined || startedAt === undefined) return [];
	const live = own.find(({ taskDefinition, createdAt }) => taskDefinition === to && isClose(createdAt, startedAt));
	const outcome = outcomeOf(status);
	return [
		{
			deploymentId: live?.id,
			from: sourceTaskDefinitions.find((source) => source !== to) ?? sourceTaskDefinitions[0],
			to,
			startedAt,
			// It is read more rarely than the service itself.
			...(outcome === 'under way' && live ? stateOf(live) : { outcome, endedAt: finishedAt }),
			why: outcome === 'failed' ? (one.statusReason ?? one.rollbackReason) : undefined,
		},
	];
}

/** ECS API reference, ServiceDeployment.status. STOPPED has failed only where a failure is told, too. */
function outcomeOf(status: string): RolloutOutcome {
	if (status === 'SUCCESSFUL') return 'completed';
	if (status === 'STOPPED') return 'replaced';
	return status.startsWith('ROLLBACK') ? 'failed' : 'under way';
}

function fromDeployment(deployment: DatedDeployment, own: readonly DatedDeployment[], tasks: readonly Task[]): Rollout {
	const { id, taskDefinition, createdAt } = deployment;
	const older = own.filter((one) => one.createdAt < createdAt).toSorted((a, b) => b.createdAt - a.createdAt);
	// ECS drops a deployment that was replaced once its tasks are gone; the tasks are remembered.
	const earlier = tasks
		.filter((task) => task.startedBy !== undefined && task.startedBy !== id && (task.createdAt ?? Infinity) < createdAt)
		.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	const from = older[0]?.taskDefinition ?? earlier[0]?.taskDefinitionArn;
	return { deploymentId: id, from, to: taskDefinition, startedAt: createdAt, ...stateOf(deployment) };
}

function stateOf({
	status,
	rolloutState,
	rolloutStateReason,
	updatedAt,
}: Deployment): Pick<Rollout, 'outcome' | 'endedAt' | 'why'> {
	if (rolloutState === 'COMPLETED') return { outcome: 'completed', endedAt: updatedAt };
	if (rolloutState === 'FAILED') return { outcome: 'failed', endedAt: updatedAt, why: rolloutStateReason };
	return { outcome: rolloutState === 'IN_PROGRESS' && status !== 'PRIMARY' ? 'replaced' : 'under way' };
}

type Failure = ReturnType<typeof failuresTold>[number];
type Told = ReturnType<typeof rollbacksTold>[number];

function ended(rollout: Rollout, failure: Failure | undefined, rollback: Rollback | undefined): Rollout {
	if (rollout.outcome === 'completed' || (!failure && !rollback)) return rollout;
	return {
		...rollout,
		deploymentId: rollout.deploymentId ?? failure?.id,
		outcome: 'failed',
		endedAt: failure?.at ?? rollback?.startedAt,
		why: failure?.why ?? rollout.why,
		rollback,
	};
}

function rollbackOf(told: Told, rollout: Rollout | undefined, isOver: boolean): Rollback {
	const { at, deployment, status, taskDefinition, finishedAt } = told;
	const done = status === 'ROLLBACK_SUCCESSFUL' || deployment?.rolloutState === 'COMPLETED';
	return {
		deploymentId: deployment?.id,
		to: taskDefinition ?? deployment?.taskDefinition ?? rollout?.from,
		startedAt: at,
		endedAt: finishedAt ?? (deployment?.rolloutState === 'COMPLETED' ? deployment.updatedAt : undefined),
		outcome: status === 'ROLLBACK_FAILED' ? 'failed' : done || isOver ? 'completed' : 'under way',
	};
}

/** A rollout of which nothing is left but that it was taken back; its tasks may still tell what it was. */
function taking(told: Told, rollback: Rollback, failures: readonly Failure[], tasks: readonly Task[]): Rollout {
	const failure = failures.find(({ at }) => isClose(at, told.at));
	const [last] = tasks
		.filter(({ startedBy, createdAt = Infinity }) =>
			failure ? startedBy === failure.id : startedBy !== rollback.deploymentId && createdAt < told.at,
		)
		.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
	const to = last?.taskDefinitionArn === rollback.to ? undefined : last?.taskDefinitionArn;
	const { id, at, why } = failure ?? {};
	return { deploymentId: id, from: rollback.to, to, outcome: 'failed', endedAt: at ?? told.at, why, rollback };
}

function isClose(a: number, b: number): boolean {
	return Math.abs(a - b) <= CLOSE;
}
