import type { Aws } from '../../aws/aws.ts';
import { familyRevision } from '../../model/arn.ts';
import type { CodeDeployment } from '../../model/code-deploy.ts';
import type { Service } from '../../model/service.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { look, seen, unseen } from '../look.ts';
import type { Plan, Refusal } from '../plan.ts';
import { revisionPlan, type WayBack } from '../rollback/revision-plan.ts';
import type { RollbackInput } from '../rollback/rollback-input.ts';
import { subjectOf } from '../subject.ts';
import { codeDeployRemarks } from './code-deploy-remarks.ts';
import { groupIn, type CodeDeploySnapshot } from './code-deploy-snapshot.ts';
import { readEarlierRevision } from './earlier-revision.ts';
import { basisOf, createDeploymentChange, underWayIn, withoutGroup } from './plan-code-deploy.ts';
import { info, warning } from '../remarks.ts';

/** Finds what a rollback goes back to: what succeeded before what serves now. */
export async function withEarlierRevision(
	aws: Aws,
	{ taskDefinition }: Service,
	snapshot: CodeDeploySnapshot,
	signal?: AbortSignal,
): Promise<CodeDeploySnapshot> {
	const group = groupIn(snapshot);
	if (!group || !snapshot.deployments || underWayIn(snapshot)) return snapshot;
	if ('failure' in snapshot.deployments) return { ...snapshot, earlier: snapshot.deployments };
	const deployments = snapshot.deployments.value;
	const earlier = await look(readEarlierRevision(aws, group, { deployments, present: taskDefinition }, signal));
	return { ...snapshot, earlier };
}

/** Stops what CodeDeploy is at, or has it bring in again what succeeded before. */
export function planCodeDeployRollback(
	snapshot: DeploySnapshot & { readonly codeDeploy: CodeDeploySnapshot },
	input: RollbackInput,
): Plan<RollbackInput> | Refusal {
	const { service, codeDeploy, chosen } = snapshot;
	const none = withoutGroup(service, codeDeploy);
	if (none) return none;
	const under = underWayIn(codeDeploy);
	if (under?.creator === 'codeDeployRollback') {
		const refused = `${service.serviceName} is being rolled back already (${under.deploymentId}).`;
		return { refused, instead: 'Wait for it; `deckwatch events` shows how far it is.', already: true };
	}
	if (input.deployment !== undefined && under?.deploymentId !== input.deployment) {
		const refused = `Nothing was rolled back: ${input.deployment} is over.`;
		const instead = `\`deckwatch deployments ${service.serviceName}\` shows what came of it.`;
		return { refused, instead, already: true };
	}
	if (under && (input.to === undefined || input.deployment !== undefined)) return stopPlan(service, under, input);
	if (under) {
		return {
			refused: `CodeDeploy is at ${under.deploymentId} (${under.status}), and takes one deployment at a time.`,
			instead: 'Without --to it is stopped and rolled back.',
		};
	}
	if (!chosen) return noTarget(service, codeDeploy);
	if ('failure' in chosen) {
		return { refused: unseen(input.to ?? 'the revision', chosen), instead: 'Choose another one with --to.' };
	}
	const arn = String(chosen.value.document['taskDefinitionArn']);
	return revisionPlan(snapshot, chosen.value, input, throughCodeDeploy(service, codeDeploy, arn));
}

/** Has CodeDeploy stop what it is at, and bring the traffic back. */
export function stopPlan<Asked>(service: Service, under: CodeDeployment, input: Asked): Plan<Asked> {
	const subject = subjectOf(service);
	const serving = service.taskSets?.find(({ status }) => status === 'PRIMARY');
	const incoming = service.taskSets?.find(({ externalId }) => externalId === under.deploymentId);
	const old = service.taskSets?.find((set) => set !== incoming && set.status !== 'DRAINING');
	const moved = incoming !== undefined && serving === incoming;
	return {
		verb: 'rollback',
		title: `Roll back ${service.serviceName}`,
		subject,
		input,
		differences: [
			{
				what: 'deployment under way',
				before: `${incoming ? familyRevision(incoming.taskDefinition) : under.deploymentId} (${under.status})`,
				after: old ? familyRevision(old.taskDefinition) : 'what was before',
			},
		],
		remarks: [
			moved
				? warning('all traffic is on the new tasks: it goes back to the old ones, which still run, at once')
				: info('the traffic goes back to the old tasks, which still run, and the new ones are stopped'),
		],
		changes: [
			{
				name: 'codedeploy:StopDeployment',
				region: subject.region,
				input: { deploymentId: under.deploymentId, autoRollbackEnabled: true },
			},
		],
		basis: JSON.stringify([under.deploymentId, moved]),
	};
}

function noTarget({ serviceName }: Service, { earlier }: CodeDeploySnapshot): Refusal {
	const hidden = unseen('what CodeDeploy has deployed', earlier);
	return {
		refused: hidden ?? `CodeDeploy keeps no deployment of another revision of ${serviceName} that has succeeded.`,
		instead: 'Say which revision with --to.',
		...(earlier && 'failure' in earlier ? { failure: earlier.failure } : {}),
	};
}

/** As it was brought in then, with the AppSpec it had, where that is the deployment gone back to. */
function throughCodeDeploy(service: Service, codeDeploy: CodeDeploySnapshot, arn: string): WayBack {
	const earlier = codeDeploy.earlier && seen(codeDeploy.earlier);
	const ofThen = earlier?.taskDefinition === arn ? earlier : undefined;
	return {
		remarks: [
			...(ofThen ? [info(`as in ${ofThen.deploymentId}, with the AppSpec it had`)] : []),
			...codeDeployRemarks(service, codeDeploy),
		],
		ran: undefined,
		bringIn: (taskDefinition) => createDeploymentChange(service, codeDeploy, taskDefinition, ofThen?.appSpec),
		basis: basisOf(codeDeploy),
	};
}
