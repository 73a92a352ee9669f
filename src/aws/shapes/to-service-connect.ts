import type * as ecs from '@aws-sdk/client-ecs';
import type { ServiceConnect } from '../../model/service.ts';
import { defined } from './defined.ts';
import { list, requiredText, text } from './scalars.ts';

/** ECS tells Service Connect's settings with each deployment: these are of the one that is coming in. */
export function toServiceConnect(
	configuration: ecs.ServiceConnectConfiguration | undefined,
): ServiceConnect | undefined {
	if (!configuration) return undefined;
	return defined({
		enabled: configuration.enabled ?? false,
		namespace: text(configuration.namespace),
		services: list(configuration.services).map((service) =>
			defined({
				portName: requiredText(service.portName),
				discoveryName: text(service.discoveryName),
				clientAliases: list(service.clientAliases).map(toAlias),
			}),
		),
	});
}

function toAlias({ dnsName, port }: ecs.ServiceConnectClientAlias): string {
	return [requiredText(dnsName), port].filter(Boolean).join(':');
}
