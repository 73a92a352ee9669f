import { hasWayOut } from '../subnet.ts';
import type { TaskDefinitionState } from '../task-definition.ts';
import type { TaskState } from '../task.ts';
import { between, uuid } from '../random.ts';
import type { World } from '../world.ts';
import { mayRead } from '../secret-access.ts';
import { taskDefinitionOf } from './task-definition-of.ts';

/** Why a task gets no further than its preparation, and after how many seconds that is known. */
export type InitializationFailure = { readonly after: number; readonly reason: string };

const UNABLE = 'ResourceInitializationError: unable to pull secrets or registry auth:';

/**
 * What keeps Fargate from preparing a task: secrets first, then the registry's authorization, as it is after its images are
 * asked for. Undefined when nothing does.
 *
 * The texts are those of stopped tasks that people show in public (Fargate, 2025 and 2026), the durations what they show
 * between the start and the failure; AWS documents neither.
 */
export function initializationFailureOf(world: World, task: TaskState): InitializationFailure | undefined {
	if (task.platformVersion === undefined) return undefined;
	const definition = taskDefinitionOf(world, task);
	const secrets = secretsOf(definition);
	const [secret] = secrets;
	if (!reachesOut(world, task)) {
		if (secret !== undefined) return { after: between(world.random, 225, 245), reason: unreachableSecret(secret) };
		if (definition.containerDefinitions.some(({ image }) => isInEcr(image)))
			return { after: between(world.random, 150, 190), reason: unreachableRegistry(world, task) };
		return undefined;
	}
	const denied = secrets.find((arn) => !mayRead(world, definition.executionRoleArn, arn));
	if (denied === undefined) return undefined;
	return { after: between(world.random, 3, 8), reason: deniedSecret(world, task, definition, denied) };
}

/**
 * Why an image of a public registry cannot be pulled where there is no way out; undefined when there is one. The text is that
 * of a stopped Fargate task that somebody shows in public.
 */
export function unreachableImage(world: World, task: TaskState, image: string): string | undefined {
	if (isInEcr(image) || reachesOut(world, task)) return undefined;
	const [host = '', ...rest] = /^[^/]+\.[^/]+\//u.test(image)
		? image.split('/')
		: ['registry-1.docker.io', 'library', image];
	const [repository = '', tag = 'latest'] = rest.join('/').split(':');
	return (
		`CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: failed to do request: ` +
		`Head "https://${host}/v2/${repository}/manifests/${tag}": dial tcp ${someAddress(world)}:443: i/o timeout`
	);
}

function reachesOut(world: World, { subnetId = '', networkInterface }: TaskState): boolean {
	return hasWayOut(world.subnets.get(subnetId), networkInterface);
}

/** ARNs in Secrets Manager without the JSON key, stage and version that may follow. */
function secretsOf({ containerDefinitions }: TaskDefinitionState): string[] {
	return containerDefinitions
		.flatMap(({ secrets = [] }) => secrets.map(({ valueFrom }) => valueFrom))
		.filter((from) => from.startsWith('arn:aws:secretsmanager:'))
		.map((from) => from.split(':').slice(0, 7).join(':'));
}

function deniedSecret(world: World, task: TaskState, definition: TaskDefinitionState, arn: string): string {
	const role = definition.executionRoleArn?.split('/').at(-1) ?? '';
	const user = `arn:aws:sts::${world.account}:assumed-role/${role}/${task.taskId}`;
	const why = 'because no identity-based policy allows the secretsmanager:GetSecretValue action';
	return (
		`${UNABLE} execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ` +
		`failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: GetSecretValue, ` +
		`https response error StatusCode: 400, RequestID: ${uuid(world.random)}, api error AccessDeniedException: ` +
		`User: ${user} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${arn} ${why}`
	);
}

function unreachableSecret(arn: string): string {
	return (
		`${UNABLE} unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. ` +
		`Check your task network configuration. failed to fetch secret ${arn} from secrets manager: operation error Secrets Manager: ` +
		'GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded'
	);
}

function unreachableRegistry(world: World, { region }: TaskState): string {
	return (
		`${UNABLE} The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. ` +
		'Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, ' +
		`https response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.${region}.amazonaws.com/": ` +
		`dial tcp ${someAddress(world)}:443: i/o timeout`
	);
}

function someAddress({ random }: World): string {
	return `52.94.${Math.floor(between(random, 0, 256))}.${Math.floor(between(random, 1, 255))}`;
}

function isInEcr(image: string): boolean {
	return /^\d{12}\.dkr\.ecr\./u.test(image);
}
