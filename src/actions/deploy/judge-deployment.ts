import { familyRevision, revisionOf } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { Deployment, Service } from '../../model/service.ts';
import { seen, type Look } from '../look.ts';
import type { Outcome } from '../outcome.ts';

/** A deployment as it is seen while it goes on. */
export type DeploymentSight = {
	readonly service: Service;
	/** Newest first. */
	readonly rollouts: Look<readonly ServiceDeployment[]>;
};

/** The deployment that is followed: another one of the same revision is not it. */
export type OurDeployment = {
	/** `ecs-svc/…` */
	readonly deploymentId: string;
	readonly taskDefinition: string;
	/** When AWS says that it began, epoch ms. */
	readonly createdAt: number;
};

/** A service deployment is recorded a little before or after the deployment in the service, ms. */
const APART = 60_000;

/** Its end, or how far it is. A deployment that was rolled back has failed, whatever the service looks like then. */
export function judgeDeployment({ service, rollouts }: DeploymentSight, ours: OurDeployment): Outcome | string {
	const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
	const rollout = seen(rollouts)?.find(
		({ targetTaskDefinition, createdAt = 0 }) =>
			targetTaskDefinition === ours.taskDefinition && Math.abs(createdAt - ours.createdAt) < APART,
	);
	return (rollout && byStatus(service, rollout)) ?? byDeployments(service, primary, ours, rollout);
}

/** What the service deployment's own status says, once it has ended. */
function byStatus({ serviceName }: Service, rollout: ServiceDeployment): Outcome | undefined {
	const revision = name(rollout.targetTaskDefinition);
	const why = rollout.rollbackReason ?? rollout.statusReason;
	const because = why === undefined ? '' : `\n${why}`;
	switch (rollout.status) {
		case 'SUCCESSFUL':
			return { state: 'done', text: `${serviceName} runs ${revision}.` };
		case 'ROLLBACK_SUCCESSFUL': {
			const back = rollout.sourceTaskDefinitions.map(name).join(', ');
			return {
				state: 'failed',
				text: `${revision} failed, and was rolled back to ${back || 'what was before'}.${because}`,
			};
		}
		case 'ROLLBACK_FAILED':
			return {
				state: 'failed',
				text: `${revision} failed, and so did rolling it back.${because}`,
				next: `Look at ${serviceName} now: \`deckwatch events ${serviceName}\`.`,
			};
		case 'STOPPED':
			return { state: 'failed', text: `The deployment of ${revision} was stopped.${because}`, stuck: true };
		default:
			return undefined;
	}
}

function byDeployments(
	service: Service,
	primary: Deployment | undefined,
	ours: OurDeployment,
	rollout: ServiceDeployment | undefined,
): Outcome | string {
	const own = service.deployments.find(({ id }) => id === ours.deploymentId);
	if (own?.rolloutState === 'FAILED' && primary?.id === own.id) {
		return {
			state: 'failed',
			text: `${name(own.taskDefinition)} failed: ${own.rolloutStateReason ?? 'ECS gives no reason'}`,
			stuck: true,
		};
	}
	if (primary && primary.id !== ours.deploymentId && !isRollingBack(rollout)) {
		const other = name(primary.taskDefinition);
		// What took its place may be ECS's own rollback, of which only the service deployment tells.
		if ((primary.createdAt ?? 0) > ours.createdAt) {
			return {
				state: 'failed',
				text: `Another deployment, of ${other}, took the place of ${name(ours.taskDefinition)}.`,
			};
		}
	}
	if (!rollout && own && isComplete(own, service)) {
		return { state: 'done', text: `${service.serviceName} runs ${name(own.taskDefinition)}.` };
	}
	return progress(service, ours, rollout);
}

function isRollingBack(rollout: ServiceDeployment | undefined): boolean {
	return rollout !== undefined && /^(?:ROLLBACK|STOP)_/u.test(rollout.status);
}

/** For who may not look at service deployments, and servers without them. */
function isComplete(own: Deployment, { desiredCount, deployments }: Service): boolean {
	if (own.rolloutState !== undefined && own.rolloutState !== 'COMPLETED') return false;
	return deployments.length === 1 && own.runningCount === desiredCount && own.pendingCount === 0;
}

/** `:44 3 of 4 running, 1 pending · :43 1 running · 1 failed, 3 trip the circuit breaker` */
function progress({ deployments }: Service, ours: OurDeployment, rollout: ServiceDeployment | undefined): string {
	const revision = (arn: string) => `:${revisionOf(arn)}`;
	const own = deployments.find(({ id }) => id === ours.deploymentId);
	const others = Map.groupBy(
		deployments.filter((one) => one !== own),
		({ taskDefinition }) => revision(taskDefinition),
	);
	const counts = [
		...(own ? [`${revision(own.taskDefinition)} ${own.runningCount} of ${own.desiredCount} running`] : []),
		...(own && own.pendingCount > 0 ? [`${own.pendingCount} pending`] : []),
	];
	const rest = Array.from(
		others,
		([name, all]) => `${name} ${all.reduce((sum, { runningCount }) => sum + runningCount, 0)} running`,
	);
	const breaker = rollout?.circuitBreaker;
	const failed = Math.max(breaker?.failureCount ?? 0, own?.failedTasks ?? 0);
	const limit = breaker && breaker.threshold > 0 ? `, ${breaker.threshold} trip the circuit breaker` : '';
	return [
		...(isRollingBack(rollout) ? [`rolling back ${name(ours.taskDefinition)}`] : []),
		...(counts.length > 0 ? [counts.join(', ')] : []),
		...rest,
		...(failed > 0 ? [`${failed} failed${limit}`] : []),
	].join(' · ');
}

function name(taskDefinition: string | undefined): string {
	return taskDefinition === undefined ? 'the revision' : familyRevision(taskDefinition);
}
