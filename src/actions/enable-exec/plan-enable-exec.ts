import { familyRevision, lastSegment } from '../../model/arn.ts';
import { containersOf, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import { blockedBy } from '../deploy/blocked-by.ts';
import { deployRemarks } from '../deploy/deploy-remarks.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { cannotDeploy } from '../deploy/plan-deploy.ts';
import type { Plan, Refusal, Remark } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { resolvedAnew } from '../tag-remarks.ts';
import { info, unknown, warning } from '../remarks.ts';

/** Turns ECS Exec on, or off. */
export type EnableExecInput = { readonly off?: boolean };

type Document = EditableTaskDefinition['document'];

/** Sets it for the service and starts its tasks anew: those that run keep what they were started with. */
export function planEnableExec(snapshot: DeploySnapshot, input: EnableExecInput): Plan<EnableExecInput> | Refusal {
	const { service, base } = snapshot;
	const { document } = base;
	const on = !input.off;
	const refusal =
		cannotDeploy(service) ??
		notByEcs(service) ??
		already(service, on) ??
		(on ? cannotExec(service, document) : undefined) ??
		blockedBy(snapshot, document);
	if (refusal) return refusal;
	const subject = subjectOf(service);
	const containers = containersOf(document);
	return {
		verb: 'enable-exec',
		title: `Turn ECS Exec ${on ? 'on' : 'off'} for ${service.serviceName}`,
		subject,
		input,
		differences: [
			{ what: 'ECS Exec', before: on ? 'off' : 'on', after: on ? 'on' : 'off' },
			{ what: 'tasks', before: familyRevision(service.taskDefinition), after: 'the same, started anew' },
		],
		remarks: [
			...(on ? execRemarks(document) : [CLOSES]),
			...deployRemarks(snapshot, document),
			...resolvedAnew(containers),
		],
		changes: [
			{
				name: 'ecs:UpdateService',
				region: subject.region,
				input: {
					cluster: subject.clusterArn,
					service: subject.serviceArn,
					enableExecuteCommand: on,
					forceNewDeployment: true,
				},
			},
		],
		basis: JSON.stringify([service.enableExecuteCommand, service.taskDefinition, service.deployments[0]?.id]),
		undo: on ? { off: true } : {},
	};
}

const CLOSES: Remark = info('shells that are open end with their tasks, which are replaced');

/** Of what it could change there UpdateService leaves this out (ECS API reference, UpdateService). */
function notByEcs({ serviceName, deploymentController }: Service): Refusal | undefined {
	if (deploymentController !== 'CODE_DEPLOY') return undefined;
	return {
		refused: `${serviceName} is deployed by CodeDeploy: ECS does not change ECS Exec for it.`,
		instead: 'It is set when the service is created (aws ecs create-service --enable-execute-command).',
	};
}

function already({ serviceName, enableExecuteCommand }: Service, on: boolean): Refusal | undefined {
	if (enableExecuteCommand !== on) return undefined;
	return {
		refused: `ECS Exec is ${on ? 'on' : 'off'} for ${serviceName} already.`,
		instead: `Tasks that are older than that follow with \`deckwatch deploy ${serviceName} --force\`.`,
		already: true,
	};
}

/** What ECS Exec cannot do without (ECS developer guide, "Running commands using ECS Exec", prerequisites). */
function cannotExec({ platformVersion = '', platformFamily = '' }: Service, document: Document): Refusal | undefined {
	const name = familyRevision(String(document['taskDefinitionArn']));
	if (typeof document['taskRoleArn'] !== 'string') {
		return {
			refused: `${name} has no task role, and ECS Exec opens its sessions with it.`,
			instead: 'Deploy a revision with a taskRoleArn first; the role needs the four ssmmessages permissions.',
		};
	}
	if (/^1\.[0-3]\./u.test(platformVersion) && !/windows/iu.test(platformFamily)) {
		return {
			refused: `Fargate's platform version ${platformVersion} has no ECS Exec.`,
			instead: 'Bring the service to 1.4.0 or LATEST first (aws ecs update-service --platform-version LATEST).',
		};
	}
	return undefined;
}

function execRemarks(document: Document): readonly Remark[] {
	const role = safeText(lastSegment(String(document['taskRoleArn'])));
	const closed = containersOf(document).filter((container) => container['readonlyRootFilesystem'] === true);
	return [
		info('whoever may call ecs:ExecuteCommand gets a root shell in its containers'),
		unknown(
			`whether ${role} allows ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel`,
		),
		// Its agent writes into the container (ECS developer guide, ECS Exec, considerations).
		...closed.map(({ name }): Remark => {
			return warning(`${safeText(name)} has a read-only file system, in which ECS Exec does not work`);
		}),
	];
}
