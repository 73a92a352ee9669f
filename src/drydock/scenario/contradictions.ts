import type { AlarmEntry } from './alarm-schema.ts';
import type { ClusterEntry } from './cluster-schema.ts';
import type { Contradiction } from './contradiction.ts';
import { createContradictions } from './create-contradictions.ts';
import { repeated } from './repeated.ts';
import { launchContradictions } from './launch-contradictions.ts';
import type { Step } from './script-schema.ts';
import type { ServiceEntry, ServiceTraits, SidecarEntry } from './service-schema.ts';

/** What a scenario says, as far as one part of it speaks of another. */
type Parts = {
	readonly clusters: readonly ClusterEntry[];
	readonly sidecars: Readonly<Record<string, SidecarEntry>>;
	readonly defaults: ServiceTraits;
	readonly services: readonly ServiceEntry[];
	readonly alarms: readonly AlarmEntry[];
	readonly dependencies: Readonly<Record<string, unknown>>;
	readonly behaviours: Readonly<Record<string, { readonly dependsOn?: { readonly name: string } | undefined }>>;
	readonly script: readonly Step[];
};

/** Where a scenario's parts do not fit each other, though each is well-formed. */
export function contradictions(scenario: Parts): Contradiction[] {
	return [
		...scenario.services.flatMap((entry, index) => ofService(scenario, entry, index)),
		...ofInstances(scenario),
		...ofAlarms(scenario),
		...ofBehaviours(scenario),
		...ofScript(scenario),
		...createContradictions(scenario),
	];
}

function ofService(
	{ clusters, sidecars, defaults, services, alarms }: Parts,
	entry: ServiceEntry,
	index: number,
): Contradiction[] {
	const traits = { ...defaults, ...entry };
	const found: Contradiction[] = [];
	const say = (member: (string | number)[], message: string): void => {
		found.push({ path: ['services', index, ...member], message });
	};
	const { cluster, scaling } = traits;
	if (cluster !== undefined && !clusters.some(({ name }) => name === cluster))
		say(['cluster'], `there is no cluster ${cluster}`);
	if (services.findIndex(({ name }) => name === entry.name) < index)
		say(['name'], `there are two services ${entry.name}`);
	if (entry.repeat !== undefined && !entry.name.includes('{n}')) say(['name'], 'needs {n} with repeat');
	if (traits.loadBalancer !== undefined && traits.port === undefined) say(['loadBalancer'], 'needs a port');
	if (traits.codeDeploy && traits.loadBalancer === undefined) say(['codeDeploy'], 'needs a loadBalancer');
	if (scaling && scaling.min > scaling.max) say(['scaling', 'min'], `is more than max: ${scaling.max}`);
	const { deployment } = traits;
	for (const { path, message } of launchContradictions(clusters, traits)) say(path, message);
	if (deployment?.strategy === 'blue-green' && (deployment.percent !== undefined || deployment.stepBake !== undefined))
		say(['deployment'], 'blue-green shifts all at once: percent and stepBake are of linear and canary');
	if (deployment?.strategy === 'linear' && (deployment.percent ?? 10) < 3)
		say(['deployment', 'percent'], 'must be 3 or more');
	for (const [place, name] of (traits.alarms ?? []).entries()) {
		if (!alarms.some((alarm) => alarm.name === name)) say(['alarms', place], `there is no alarm ${name}`);
	}
	for (const [place, name] of (traits.sidecars ?? []).entries()) {
		if (!(name in sidecars)) say(['sidecars', place], `there is no sidecar ${name}`);
	}
	return found;
}

function ofInstances({ clusters }: Parts): Contradiction[] {
	const all = clusters.flatMap(({ instances }, cluster) =>
		instances.map((group, place) => ({ group, cluster, place })),
	);
	return all.flatMap(({ group: { name, capacityProvider }, cluster, place }, index): Contradiction[] => {
		const path = ['clusters', cluster, 'instances', place];
		const before = all.slice(0, index).map(({ group }) => group);
		return [
			...(before.some((other) => other.name === name)
				? [{ path: [...path, 'name'], message: `there are two groups ${name}` }]
				: []),
			...(capacityProvider !== undefined && before.some((other) => other.capacityProvider === capacityProvider)
				? [{ path: [...path, 'capacityProvider'], message: `there are two providers ${capacityProvider}` }]
				: []),
		];
	});
}

function ofAlarms({ services, alarms }: Parts): Contradiction[] {
	const names = namesOf(services);
	return alarms.flatMap(({ name, service }, index): Contradiction[] => [
		...(names.has(service) ? [] : [{ path: ['alarms', index, 'service'], message: `there is no service ${service}` }]),
		...(alarms.findIndex((alarm) => alarm.name === name) < index
			? [{ path: ['alarms', index, 'name'], message: `there are two alarms ${name}` }]
			: []),
	]);
}

function ofBehaviours({ behaviours, dependencies }: Parts): Contradiction[] {
	return Object.entries(behaviours).flatMap(([image, { dependsOn }]) =>
		dependsOn === undefined || dependsOn.name in dependencies
			? []
			: [{ path: ['behaviours', image, 'dependsOn', 'name'], message: `there is no dependency ${dependsOn.name}` }],
	);
}

function ofScript({ clusters, services, script, alarms, dependencies }: Parts): Contradiction[] {
	const names = namesOf(services);
	const groups = clusters.flatMap(({ instances }) => instances.map(({ name }) => name));
	return script.flatMap((step, index): Contradiction[] => {
		if ('service' in step && !names.has(step.service))
			return [{ path: ['script', index, 'service'], message: `there is no service ${step.service}` }];
		if (step.do === 'instances' && !groups.includes(step.group))
			return [{ path: ['script', index, 'group'], message: `there are no instances ${step.group}` }];
		if (step.do === 'slow' && !(step.dependency in dependencies))
			return [{ path: ['script', index, 'dependency'], message: `there is no dependency ${step.dependency}` }];
		if (step.do === 'alarm' && !alarms.some(({ name }) => name === step.name))
			return [{ path: ['script', index, 'name'], message: `there is no alarm ${step.name}` }];
		return [];
	});
}

function namesOf(services: readonly ServiceEntry[]): ReadonlySet<string> {
	return new Set(services.flatMap(repeated).map(({ name }) => name));
}
