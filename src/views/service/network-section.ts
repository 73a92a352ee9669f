import { lastSegment } from '../../model/arn.ts';
import type { CapacityProviderStrategyItem, Service } from '../../model/service.ts';
import { fieldSection, type Section } from '../section.ts';

/** Where its tasks run and what they are connected to. */
export function networkSection({ network }: Service): Section {
	if (!network) {
		return fieldSection('Network', [{ label: 'mode', text: "the host's: its tasks have no address of their own" }]);
	}
	const { subnets, securityGroups, assignPublicIp } = network;
	return fieldSection('Network', [
		{ label: 'subnets', text: subnets },
		{ label: 'security groups', text: securityGroups.length > 0 ? securityGroups : "the VPC's default" },
		{ label: 'public IP', text: assignPublicIp === 'ENABLED' ? 'yes, every task gets one' : 'no' },
	]);
}

/** What its tasks run on. */
export function capacitySection(service: Service): Section {
	const { capacityProviderStrategy: strategy, platformFamily, platformVersion } = service;
	const platform = [platformFamily, platformVersion].filter((part) => part !== undefined).join(' ');
	return fieldSection('Capacity', [
		{ label: 'launch type', text: service.launchType ?? '' },
		{ label: 'providers', text: strategy.map((item) => providerWords(item, strategy)) },
		{ label: 'platform', text: platform },
	]);
}

/** Who can find it by name: Cloud Map registries and Service Connect. */
export function discoverySection({ serviceRegistries, serviceConnect }: Service): Section {
	const registries = serviceRegistries.map(({ registryArn, containerName, port }) => {
		const target = [containerName, port].filter((part) => part !== undefined).join(':');
		return target === '' ? lastSegment(registryArn) : `${lastSegment(registryArn)} → ${target}`;
	});
	const names = serviceConnect?.services.map(({ portName, discoveryName, clientAliases }) => {
		const aliases = clientAliases.length > 0 ? clientAliases.join(', ') : (discoveryName ?? portName);
		return `${aliases} → port ${portName}`;
	});
	return fieldSection('Discovery', [
		{ label: 'Cloud Map', text: registries.length > 0 ? registries : 'not registered' },
		{
			label: 'Service Connect',
			text: serviceConnect?.enabled ? `on in ${lastSegment(serviceConnect.namespace ?? '-')}` : 'off',
		},
		{ label: 'its names there', text: names ?? [] },
	]);
}

export function tagSection({ tags }: Service): Section {
	if (tags.length === 0) return fieldSection('Tags', [{ label: 'none', text: '-' }]);
	return fieldSection(
		'Tags',
		tags.map(({ key, value }) => ({ label: key, text: value })),
	);
}

/** `FARGATE_SPOT: 75% of the tasks`, with the base that comes before the weights count. */
function providerWords(
	{ capacityProvider, weight, base }: CapacityProviderStrategyItem,
	strategy: readonly CapacityProviderStrategyItem[],
): string {
	const total = strategy.reduce((sum, item) => sum + item.weight, 0);
	const share = total === 0 ? '' : `${Math.round((100 * weight) / total)}% of the tasks`;
	const first = base === 0 ? '' : `the first ${base}${share === '' ? '' : ', then '}`;
	return `${capacityProvider}: ${first}${share}`;
}
