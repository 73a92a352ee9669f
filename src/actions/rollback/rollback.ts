import type { Aws } from '../../aws/aws.ts';
import type { ChangeName } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { primaryDeployment, type Service } from '../../model/service.ts';
import type { Action } from '../action.ts';
import { followCodeDeploy } from '../code-deploy/follow-code-deploy.ts';
import { followCodeDeployStop } from '../code-deploy/follow-code-deploy-stop.ts';
import { recoverStop } from '../code-deploy/recover-code-deployment.ts';
import { planCodeDeployRollback, withEarlierRevision } from '../code-deploy/roll-back-code-deploy.ts';
import { deploy } from '../deploy/deploy.ts';
import { readDeploySnapshot, type DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { followDeploy } from '../deploy/follow-deploy.ts';
import { seen, sure, unseen } from '../look.ts';
import type { Plan, Refusal } from '../plan.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { followStop } from './follow-stop.ts';
import { isUnderWay } from './is-under-way.ts';
import type { RollbackInput } from './rollback-input.ts';
import { revisionPlan } from './revision-plan.ts';
import { rollbackChoices } from './rollback-choices.ts';

/** Stops a deployment that is under way, or goes back to the last revision that succeeded: not the number before, which may be a failed build. */
export const rollback: Action<DeploySnapshot, RollbackInput> = {
	verb: 'rollback',
	read: readRollbackSnapshot,
	plan: planRollback,
	recover(change, before, after) {
		if (change.name === 'codedeploy:StopDeployment') return recoverStop(change, after);
		if (change.name !== 'ecs:StopServiceDeployment') return deploy.recover(change, before, after);
		const arn = change.input.serviceDeploymentArn;
		const stopped = sure(after.history).find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
		return stopped && !isUnderWay(stopped) ? {} : undefined;
	},
	follow(plan, following, answers, before) {
		const does = (stop: ChangeName) => plan.changes.some(({ name }) => name === stop);
		if (does('codedeploy:StopDeployment')) return followCodeDeployStop(plan, following);
		if (does('ecs:StopServiceDeployment')) return followStop(plan, following);
		if (does('codedeploy:CreateDeployment')) return followCodeDeploy(plan, following, answers);
		return followDeploy(plan, following, answers, before);
	},
};

async function readRollbackSnapshot(
	aws: Aws,
	subject: Subject,
	{ to, deployment }: RollbackInput,
	signal?: AbortSignal,
): Promise<DeploySnapshot> {
	if (to !== undefined && deployment === undefined)
		return readDeploySnapshot(aws, subject, { taskDefinition: to }, signal);
	const first = await readDeploySnapshot(aws, subject, {}, signal);
	const [newest] = seen(first.history) ?? [];
	if (newest && isUnderWay(newest)) return first;
	const codeDeploy = first.codeDeploy && (await withEarlierRevision(aws, first.service, first.codeDeploy, signal));
	const earlier = codeDeploy?.earlier && seen(codeDeploy.earlier);
	const target = codeDeploy ? earlier?.taskDefinition : (rollbackChoices(first)[0]?.taskDefinition ?? to);
	const snapshot =
		target === undefined ? first : await readDeploySnapshot(aws, subject, { taskDefinition: target }, signal);
	return codeDeploy ? { ...snapshot, codeDeploy } : snapshot;
}

function planRollback(snapshot: DeploySnapshot, input: RollbackInput): Plan<RollbackInput> | Refusal {
	const { service, history, chosen, codeDeploy } = snapshot;
	if (codeDeploy) return planCodeDeployRollback({ ...snapshot, codeDeploy }, input);
	if (service.deploymentController !== 'ECS') {
		return {
			refused: `${service.serviceName} is deployed by ${service.deploymentController}, not by ECS.`,
			instead: 'Roll back with the tool that deploys it.',
		};
	}
	const newest = seen(history)?.[0];
	const over = input.deployment === undefined ? undefined : isOver(service, newest, input);
	if (over) return over;
	const byTarget = input.to !== undefined && input.deployment === undefined;
	if (!byTarget && newest && isUnderWay(newest)) return stopPlan(snapshot, newest, input);
	if (!byTarget && newest && !newest.finishedAt && /^(?:ROLLBACK|STOP)_/u.test(newest.status)) {
		const instead = 'Wait for it; `deckwatch deployments` shows how far it is.';
		return newest.status === 'STOP_REQUESTED'
			? { refused: `The deployment of ${service.serviceName} is being stopped.`, instead }
			: { refused: `${service.serviceName} is being rolled back already.`, instead, already: true };
	}
	if (!chosen) return noTarget(service, history);
	if ('failure' in chosen) {
		return { refused: unseen(input.to ?? 'the revision', chosen) ?? '', instead: 'Choose another one with --to.' };
	}
	return revisionPlan(snapshot, chosen.value, input);
}

/** Why a deployment needs nobody to bring back what was before it. */
function isOver(
	service: Service,
	newest: ServiceDeployment | undefined,
	{ deployment, calledDone }: RollbackInput,
): Refusal | undefined {
	const { serviceName } = service;
	const primary = primaryDeployment(service);
	const instead = `\`deckwatch deployments ${serviceName}\` shows what came of it.`;
	if (primary && primary.id !== deployment) {
		const refused = `Nothing was rolled back: ${serviceName} has another deployment now, of ${familyRevision(primary.taskDefinition)}.`;
		return { refused, instead, already: true };
	}
	if (calledDone) return undefined;
	const isDone = newest ? newest.status === 'SUCCESSFUL' : primary?.rolloutState === 'COMPLETED';
	return isDone && primary?.rolloutState !== 'IN_PROGRESS'
		? { refused: `Nothing was rolled back: the deployment has succeeded meanwhile.`, instead, already: true }
		: undefined;
}

function noTarget({ serviceName }: Service, history: DeploySnapshot['history']): Refusal {
	const hidden = unseen('deployment history', history);
	return {
		refused: hidden ?? `No deployment of another revision of ${serviceName} has succeeded in ECS's memory of 90 days.`,
		instead: 'Say which revision with --to.',
		...('failure' in history ? { failure: history.failure } : {}),
	};
}

/** ECS goes back to the deployment that was completed last (ECS developer guide, deployment circuit breaker), whatever it began from. */
function stopPlan(
	{ service, history }: DeploySnapshot,
	under: ServiceDeployment,
	input: RollbackInput,
): Plan<RollbackInput> {
	const subject = subjectOf(service);
	const completed = seen(history)?.find(({ status }) => status === 'SUCCESSFUL')?.targetTaskDefinition;
	return {
		verb: 'rollback',
		title: `Roll back ${service.serviceName}`,
		subject,
		input,
		differences: [
			{
				what: 'deployment under way',
				before: familyRevision(under.targetTaskDefinition ?? service.taskDefinition),
				after: completed === undefined ? 'what was before' : familyRevision(completed),
			},
		],
		remarks: [
			{
				level: 'info',
				text: 'ECS brings the whole service revision back: task definition, images by digest, network, load balancers',
			},
			{ level: 'info', text: 'desired count and deployment configuration stay as they are' },
		],
		changes: [
			{
				name: 'ecs:StopServiceDeployment',
				region: subject.region,
				input: { serviceDeploymentArn: under.serviceDeploymentArn, stopType: 'ROLLBACK' },
			},
		],
		basis: JSON.stringify([under.serviceDeploymentArn]),
	};
}
