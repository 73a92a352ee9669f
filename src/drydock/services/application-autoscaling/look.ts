import { targetKey } from '../../scaling/create-target.ts';
import { AwsFault } from '../../wire/handler.ts';
import { checkEnum } from '../constraint.ts';
import { ecsArn } from '../../world/arn.ts';
import type { ScalableTargetState } from '../../world/scaling.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';

/** What a caller of Application Auto Scaling looks at. */
export type Look = { readonly world: World; readonly region: string };

/** The only thing there is to scale. */
const SERVICE_NAMESPACE = 'ecs';
const SCALABLE_DIMENSION = 'ecs:service:DesiredCount';

const NAMESPACES = [
	'appstream',
	'cassandra',
	'comprehend',
	'custom-resource',
	'dynamodb',
	'ec2',
	SERVICE_NAMESPACE,
	'elasticache',
	'elasticmapreduce',
	'kafka',
	'lambda',
	'neptune',
	'rds',
	'sagemaker',
	'workspaces',
];

/** Where a request points. */
export type TargetName = {
	readonly ServiceNamespace: string | undefined;
	readonly ResourceId?: string | undefined;
	readonly ScalableDimension?: string | undefined;
};

/** The members by which every answer names its target. */
export function named({ resourceId }: ScalableTargetState) {
	return {
		ServiceNamespace: SERVICE_NAMESPACE,
		ResourceId: resourceId,
		ScalableDimension: SCALABLE_DIMENSION,
	} as const;
}

/** The registered targets of the region that a request asks for, ordered by resource. @throws {AwsFault} ValidationException */
export function targetsAsked({ world, region }: Look, name: TargetName): readonly ScalableTargetState[] {
	if (!isScalable(name)) return [];
	return [...world.scalableTargets.values()]
		.filter((target) => target.region === region && [undefined, target.resourceId].includes(name.ResourceId))
		.sort((one, other) => (one.resourceId < other.resourceId ? -1 : 1));
}

export function keyOf({ region }: Look, { ResourceId = '' }: TargetName): string {
	return targetKey(region, ResourceId);
}

/** @throws {AwsFault} ObjectNotFoundException */
export function registeredTarget(look: Look, name: TargetName): ScalableTargetState {
	const target = look.world.scalableTargets.get(keyOf(look, name));
	if (!isScalable(name) || target === undefined) {
		throw notFound('No scalable target registered', name);
	}
	return target;
}

/** `what` for service namespace …, as the service words everything it does not find. */
export function notFound(what: string, { ServiceNamespace, ResourceId, ScalableDimension }: TargetName): AwsFault {
	return new AwsFault(
		'ObjectNotFoundException',
		`${what} for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}`,
	);
}

/** Whether a request speaks of services' desired counts. @throws {AwsFault} ValidationException, for a namespace that is none */
function isScalable({ ServiceNamespace, ScalableDimension = SCALABLE_DIMENSION }: TargetName): boolean {
	checkEnum('ValidationException', 'serviceNamespace', ServiceNamespace, NAMESPACES);
	return ServiceNamespace === SERVICE_NAMESPACE && ScalableDimension === SCALABLE_DIMENSION;
}

/** The service behind `service/<cluster>/<service>`. @throws {AwsFault} ValidationException */
export function serviceBehind({ world, region }: Look, target: TargetName): ServiceState {
	const { ResourceId = '' } = target;
	const [kind, , name, ...rest] = ResourceId.split('/');
	if (!isScalable(target) || kind !== 'service' || name === undefined || rest.length > 0)
		throw invalid('Unsupported service namespace, resource type or scalable dimension');
	const service = world.services.get(ecsArn(world, region, ResourceId));
	if (service === undefined) throw invalid(`ECS service doesn't exist: ${ResourceId}`);
	return service;
}

/** In AWS's own words for this error (Application Auto Scaling API reference), where what it says in the case is not known. */
export function notValid(): AwsFault {
	return invalid(
		'An exception was thrown for a validation issue. Review the available parameters for the API request.',
	);
}

/** In AWS's own words for this error (Application Auto Scaling API reference). */
export function limitExceeded(): AwsFault {
	return new AwsFault('LimitExceededException', 'A per-account resource limit is exceeded.');
}

export function invalid(message: string): AwsFault {
	return new AwsFault('ValidationException', message);
}

export function invalidToken(): AwsFault {
	return new AwsFault('InvalidNextTokenException', 'The next token supplied was invalid.');
}
