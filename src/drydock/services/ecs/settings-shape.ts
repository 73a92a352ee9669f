import type { Service, ServiceConnectConfiguration } from '@aws-sdk/client-ecs';
import { onInstances } from '../../world/on-instances.ts';
import type { ServiceSettings } from '../../world/service-settings.ts';

/** The settings that services, deployments and revisions show alike. */
export type SettingsShape = Pick<
	Service,
	| 'launchType'
	| 'capacityProviderStrategy'
	| 'platformVersion'
	| 'platformFamily'
	| 'networkConfiguration'
	| 'loadBalancers'
	| 'serviceRegistries'
> & { serviceConnectConfiguration?: ServiceConnectConfiguration };

export function settingsShape(settings: ServiceSettings): SettingsShape {
	const { launchType, networkConfiguration, serviceConnectConfiguration } = settings;
	return {
		...(launchType !== undefined && { launchType: launchType as Service['launchType'] }),
		...(settings.capacityProviderStrategy.length > 0 && {
			capacityProviderStrategy: settings.capacityProviderStrategy.map((item) => ({ ...item })),
		}),
		...(!onInstances(settings) && {
			platformVersion: settings.platformVersion,
			platformFamily: settings.platformFamily,
		}),
		...(networkConfiguration && {
			networkConfiguration: structuredClone(networkConfiguration) as NonNullable<Service['networkConfiguration']>,
		}),
		loadBalancers: settings.loadBalancers.map((item) => structuredClone(item)),
		serviceRegistries: settings.serviceRegistries.map((item) => ({ ...item })),
		...(serviceConnectConfiguration && {
			serviceConnectConfiguration: structuredClone(serviceConnectConfiguration) as ServiceConnectConfiguration,
		}),
	};
}
