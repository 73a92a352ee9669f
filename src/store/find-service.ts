import { parseArn } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import type { Picture } from './picture.ts';

/** A service by its ARN, in whichever cluster it is. */
export function findService(picture: Picture, serviceArn: string): Service | undefined {
	for (const { value } of Object.values(picture.services)) {
		const service = value?.[serviceArn];
		if (service) return service;
	}
	return undefined;
}

/**
 * The cluster a service is in: as it was described, else from its ARN (`service/<cluster>/<name>`). Undefined for
 * an ARN of the short form (`service/<name>`, before 2018) that was not described yet.
 */
export function clusterOf(picture: Picture, serviceArn: string): string | undefined {
	const described = findService(picture, serviceArn);
	if (described) return described.clusterArn;
	const arn = parseArn(serviceArn);
	const [, cluster, name] = arn?.resource.split('/') ?? [];
	if (!arn || !cluster || !name) return undefined;
	return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:cluster/${cluster}`;
}
