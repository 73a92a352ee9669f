import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { primaryDeployment, type Service } from '../../model/service.ts';
import { planCodeDeployRollback } from '../code-deploy/roll-back-code-deploy.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { cannotDeploy } from '../deploy/plan-deploy.ts';
import { seen, unseen } from '../look.ts';
import type { Plan, Refusal } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { isUnderWay } from './is-under-way.ts';
import { revisionPlan } from './revision-plan.ts';
import type { RollbackInput } from './rollback-input.ts';
import { info } from '../remarks.ts';

/** Stops what is under way, else goes to a revision by a new deployment. */
export function planRollback(snapshot: DeploySnapshot, input: RollbackInput): Plan<RollbackInput> | Refusal {
	const { service, history, chosen, codeDeploy } = snapshot;
	if (codeDeploy) return planCodeDeployRollback({ ...snapshot, codeDeploy }, input);
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
	// What is under way ECS can always stop; a deployment of ours it may not take.
	const refusal = cannotDeploy(service);
	if (refusal) return refusal;
	if (!chosen) return noTarget(service, history);
	if ('failure' in chosen) {
		return { refused: unseen(input.to ?? 'the revision', chosen), instead: 'Choose another one with --to.' };
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
			info('ECS brings the whole service revision back: task definition, images by digest, network, load balancers'),
			info('desired count and deployment configuration stay as they are'),
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
