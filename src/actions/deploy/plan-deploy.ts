import type { Change } from '../../aws/changes/change.ts';
import { familyRevision, revisionOf } from '../../model/arn.ts';
import { containersOf, registration, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import { documentChanges } from '../../model/task-definition-diff.ts';
import { basisOf, cannotGoThroughCodeDeploy, createDeploymentChange } from '../code-deploy/plan-code-deploy.ts';
import { notActive } from '../not-active.ts';
import type { Difference, Plan, Refusal, Remark } from '../plan.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { resolvedAnew } from '../tag-remarks.ts';
import { blockedBy } from './blocked-by.ts';
import { deployRemarks } from './deploy-remarks.ts';
import { goalOf, type DeployGoal } from './deploy-goal.ts';
import type { DeployInput } from './deploy-input.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { info } from '../remarks.ts';

type Document = EditableTaskDefinition['document'];

/** A new revision, an existing one, or the present one once more. */
export function planDeploy(snapshot: DeploySnapshot, input: DeployInput): Plan<DeployInput> | Refusal {
	const { service, base, codeDeploy } = snapshot;
	const refusal = cannotDeploy(service) ?? (codeDeploy && cannotGoThroughCodeDeploy(service, codeDeploy));
	if (refusal) return refusal;
	const goal = goalOf(snapshot, input);
	if ('refused' in goal) return goal;
	if (goal.isUnderWay) return followPlan(service, input);
	const blocked = blockedBy(snapshot, goal.document);
	if (blocked) return blocked;
	const subject = subjectOf(service);
	const isSame = goal.taskDefinition === service.taskDefinition;
	const differences = differencesOf(base.document, goal);
	const isGone = base.document['status'] !== 'ACTIVE';
	return {
		verb: 'deploy',
		title: `Deploy ${service.serviceName}`,
		subject,
		input,
		differences:
			differences.length > 0
				? differences
				: [{ what: 'tasks', before: familyRevision(service.taskDefinition), after: 'the same, started anew' }],
		remarks: [
			...deployRemarks(snapshot, goal.document),
			...(isSame ? resolvedAnew(containersOf(goal.document).filter(({ image }) => !isKnown(snapshot, image))) : []),
			...(!isSame && isGone ? [goneRemark(service)] : []),
		],
		changes: [
			...(goal.register ? [registerChange(subject, snapshot, goal)] : []),
			codeDeploy
				? createDeploymentChange(service, codeDeploy, goal.taskDefinition)
				: updateChange(subject, service, goal, input.force),
		],
		basis: JSON.stringify([service.taskDefinition, service.deployments[0]?.id, codeDeploy && basisOf(codeDeploy)]),
		// Tasks that were started anew stay so, and ECS starts nothing from a revision that is deregistered.
		...(!isSame && !isGone ? { undo: { taskDefinition: service.taskDefinition } } : {}),
	};
}

/** Who asks again for what is under way wants to know what becomes of it: a job that was cut short, and is run anew. */
function followPlan(service: Service, input: DeployInput): Plan<DeployInput> {
	const { serviceName, taskDefinition, deployments } = service;
	const text = `the deployment of ${familyRevision(taskDefinition)} is under way already: it is followed, and nothing is sent`;
	const old = deployments.find((one) => one.status !== 'PRIMARY' && one.taskDefinition !== taskDefinition);
	return {
		verb: 'deploy',
		title: `Deploy ${serviceName}`,
		subject: subjectOf(service),
		input,
		differences: [],
		remarks: [{ level: 'info', text }],
		changes: [],
		basis: JSON.stringify([taskDefinition, deployments[0]?.id]),
		...(old ? { undo: { taskDefinition: old.taskDefinition } } : {}),
	};
}

function goneRemark({ taskDefinition }: Service): Remark {
	const back = `\`deckwatch rollback --to ${revisionOf(taskDefinition)}\` registers it again`;
	return info(`${familyRevision(taskDefinition)} is deregistered: to go back, ${back}`);
}

/** ECR has told what the image is, or that it is not there. */
function isKnown({ images }: DeploySnapshot, image: string): boolean {
	const sight = images.get(image);
	return sight !== undefined && ('found' in sight || 'missing' in sight);
}

/** Why ECS would not take a deployment of the service at all. */
export function cannotDeploy(service: Service): Refusal | undefined {
	const { serviceName, serviceArn, deploymentController, resourceManagementType } = service;
	const refusal = notActive(service);
	if (refusal) return refusal;
	if (resourceManagementType === 'ECS') {
		return {
			refused: `${serviceName} is an Express service: ECS makes its task definitions, and takes changes of the service as a whole.`,
			instead: `Deploy it with \`aws ecs update-express-gateway-service --service-arn ${serviceArn}\`.`,
		};
	}
	if (deploymentController === 'EXTERNAL') {
		return {
			refused: `${serviceName} is deployed by an external controller, through task sets.`,
			instead: 'Deploy it with the tool that made its task sets.',
		};
	}
	return undefined;
}

function differencesOf(before: Document, { document, taskDefinition, register }: DeployGoal): readonly Difference[] {
	const shown = (value: string | undefined) => (value === undefined ? '-' : safeText(value, { max: 200 }));
	const revision = familyRevision(String(before['taskDefinitionArn']));
	const after = register ? 'a new revision' : familyRevision(taskDefinition);
	const members = documentChanges(registration({ document: before, tags: [] }), registration({ document, tags: [] }));
	return [
		...(after === revision ? [] : [{ what: 'task definition', before: revision, after }]),
		...members.map(({ path, ...one }) => ({
			what: safeText(path),
			before: shown(one.before),
			// Both are masked.
			after: one.before === one.after ? 'another value' : shown(one.after),
		})),
	];
}

function registerChange({ region }: Subject, { base }: DeploySnapshot, { document }: DeployGoal): Change {
	return { name: 'ecs:RegisterTaskDefinition', region, input: registration({ document, tags: base.tags }) };
}

/** Says only what changes: many other members would start a deployment of their own (ECS API reference, UpdateService). */
function updateChange(
	{ region, clusterArn, serviceArn }: Subject,
	service: Service,
	{ taskDefinition }: DeployGoal,
	force: boolean | undefined,
): Change {
	return {
		name: 'ecs:UpdateService',
		region,
		input: {
			cluster: clusterArn,
			service: serviceArn,
			...(taskDefinition === service.taskDefinition ? {} : { taskDefinition }),
			...(force ? { forceNewDeployment: true } : {}),
		},
	};
}
