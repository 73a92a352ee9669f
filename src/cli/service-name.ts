import { parseArn } from '../model/arn.ts';
import { UsageError } from './usage-error.ts';

/** How a person names a service; what is not said is looked for everywhere. */
export type ServiceName = { readonly serviceName: string; readonly clusterName?: string; readonly region?: string };

/** Letters, digits, underscores and hyphens, at most 255 (ECS API reference, CreateService). */
const NAME = /^[\w-]{1,255}$/u;

/**
 * Reads `checkout`, `prod/checkout`, or an ARN; that of an old account has no cluster in it.
 * @throws {UsageError} when the text can name no service
 */
export function parseServiceName(text: string): ServiceName {
	const arn = parseArn(text);
	if (arn && (arn.service !== 'ecs' || !arn.resource.startsWith('service/'))) {
		throw new UsageError(`${text} is not the ARN of an ECS service.`);
	}
	const parts = arn ? arn.resource.split('/').slice(1) : text.split('/');
	const [serviceName = '', clusterName] = parts.toReversed();
	if (parts.length > 2 || !parts.every((part) => NAME.test(part))) {
		throw new UsageError(`"${text}" does not name a service: write its name, cluster/name, or its ARN.`);
	}
	return {
		serviceName,
		...(clusterName === undefined ? {} : { clusterName }),
		...(arn === undefined ? {} : { region: arn.region }),
	};
}
