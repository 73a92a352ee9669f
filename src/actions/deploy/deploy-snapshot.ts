import type { Aws } from '../../aws/aws.ts';
import type { Alarm } from '../../model/alarm.ts';
import { parseArn } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { containersOf, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import type { Service } from '../../model/service.ts';
import { readCodeDeploySnapshot, type CodeDeploySnapshot } from '../code-deploy/code-deploy-snapshot.ts';
import { look, seen, type Look } from '../look.ts';
import { readService } from '../read-service.ts';
import type { Room } from '../room/read-room.ts';
import type { Subject } from '../subject.ts';
import { watchedAlarms } from './alarm-remarks.ts';
import { goalOf, type GoalBasis } from './deploy-goal.ts';
import type { DeployInput } from './deploy-input.ts';
import { seeImages, type ImageSight } from './image-sight.ts';

/** What has to be known to deploy. */
export type DeploySnapshot = {
	readonly service: Service;
	/** The revision that the service has now. */
	readonly base: EditableTaskDefinition;
	/** The existing revision that is asked for, or why there is none. */
	readonly chosen?: Look<EditableTaskDefinition>;
	/** The newest revision of the family: somebody else may have registered one. */
	readonly newest: Look<EditableTaskDefinition>;
	/** Newest first. */
	readonly history: Look<readonly ServiceDeployment[]>;
	/** Of a service that CodeDeploy deploys. */
	readonly codeDeploy?: CodeDeploySnapshot;
	/** For the tasks that it runs beside the present ones; absent where it runs none, or nobody asked. */
	readonly room?: Room;
	/** By the image as a container has it; of ECR's registries only. */
	readonly images: ReadonlyMap<string, ImageSight>;
	/** Those that would stop the deployment. */
	readonly alarms: Look<readonly Alarm[]>;
};

/** @throws {AwsCallError} when the service or its task definition cannot be read */
export async function readDeploySnapshot(
	aws: Aws,
	subject: Subject,
	input: DeployInput,
	signal?: AbortSignal,
): Promise<DeploySnapshot> {
	const { region, serviceArn, clusterArn } = subject;
	const { taskDefinition } = input;
	const [service, history] = await Promise.all([
		readService(aws, subject, signal),
		look(aws.serviceDeployments(serviceArn, clusterArn, signal)),
	]);
	const family = familyOf(service.taskDefinition);
	const [base, newest, chosen, codeDeploy] = await Promise.all([
		aws.editableTaskDefinition(service.taskDefinition, region, signal),
		look(aws.editableTaskDefinition(family, region, signal)),
		taskDefinition === undefined
			? undefined
			: look(aws.editableTaskDefinition(wholeName(taskDefinition, family), region, signal)),
		service.deploymentController === 'CODE_DEPLOY' ? readCodeDeploySnapshot(aws, subject, signal) : undefined,
	]);
	const basis = { service, base, ...(chosen ? { chosen } : {}) };
	const [images, alarms] = await Promise.all([
		seeImages(aws, wantedImages(basis, input), signal),
		look(aws.alarms(region, watchedAlarms(service), signal)),
	]);
	return { ...basis, newest, history, images, alarms, ...(codeDeploy ? { codeDeploy } : {}) };
}

/** The images that tasks would be started with. */
function wantedImages(basis: GoalBasis, input: DeployInput): readonly string[] {
	// An old revision is also looked at by those who would register it again.
	const chosen = basis.chosen && seen(basis.chosen);
	const goal = chosen ?? goalOf(basis, input);
	return 'refused' in goal ? [] : containersOf(goal.document).map(({ image }) => image);
}

/** `arn:…:task-definition/checkout:43` -> `checkout` */
function familyOf(taskDefinitionArn: string): string {
	return taskDefinitionArn.replace(/^.*\//u, '').replace(/:\d+$/u, '');
}

/** `42` is a revision of the service's own family. */
function wholeName(taskDefinition: string, family: string): string {
	if (parseArn(taskDefinition)) return taskDefinition;
	return /^:?\d+$/u.test(taskDefinition) ? `${family}:${taskDefinition.replace(':', '')}` : taskDefinition;
}
