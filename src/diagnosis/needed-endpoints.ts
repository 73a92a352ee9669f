import type { TaskDefinition } from '../model/task-definition.ts';
import { containersOf } from './document-of.ts';

/** The ways out that tasks of a revision need, by what their task definition asks for. */
export type WaysOut = {
	/** Interface endpoints, `ecr.api`; `s3` is a gateway endpoint. */
	readonly endpoints: readonly string[];
	/** Registries that no endpoint leads to. */
	readonly beyond: readonly string[];
};

/** ECS developer guide, "Amazon ECS interface VPC endpoints" and those of ECR, Secrets Manager, Systems Manager and CloudWatch Logs. */
export function neededEndpoints(definition: TaskDefinition | undefined): WaysOut {
	const containers = containersOf(definition);
	const isPrivateEcr = ({ image }: { readonly image: string }) => /^\d+\.dkr\.ecr\./u.test(image);
	const secrets = containers.flatMap((one) => one.secrets.map(({ valueFrom }) => valueFrom));
	const isManager = (valueFrom: string) => /^arn:[^:]+:secretsmanager:/u.test(valueFrom);
	const wanted = {
		'ecr.api': containers.some(isPrivateEcr),
		'ecr.dkr': containers.some(isPrivateEcr),
		s3: containers.some((one) => isPrivateEcr(one) || one.hasEnvironmentFiles),
		logs: containers.some(({ logDriver }) => logDriver === 'awslogs'),
		secretsmanager: secrets.some(isManager) || containers.some(({ hasRegistrySecret }) => hasRegistrySecret),
		ssm: secrets.some((valueFrom) => !isManager(valueFrom)),
		kms: secrets.length > 0,
	};
	return {
		endpoints: Object.entries(wanted).flatMap(([name, isWanted]) => (isWanted ? [name] : [])),
		beyond: [...new Set(containers.filter((one) => !isPrivateEcr(one)).map(({ image }) => registryOf(image)))],
	};
}

/** `docker.io` where an image names no host (Docker's rule: a host has a dot, a port, or is localhost). */
function registryOf(image: string): string {
	const [host = ''] = image.split('/');
	return image.includes('/') && /[.:]|^localhost$/u.test(host) ? host : 'docker.io';
}
