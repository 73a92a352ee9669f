import type { ClusterEntry } from './cluster-schema.ts';
import { repeated } from './repeated.ts';
import type { Step } from './script-schema.ts';
import type { ServiceEntry, ServiceTraits, SidecarEntry } from './service-schema.ts';

/** What a scenario says, as far as one part of it speaks of another. */
type Parts = {
	readonly clusters: readonly ClusterEntry[];
	readonly sidecars: Readonly<Record<string, SidecarEntry>>;
	readonly defaults: ServiceTraits;
	readonly services: readonly ServiceEntry[];
	readonly script: readonly Step[];
};

type Contradiction = { readonly path: (string | number)[]; readonly message: string };

/** Where a scenario's parts do not fit each other, though each is well-formed. */
export function contradictions(scenario: Parts): Contradiction[] {
	return [...scenario.services.flatMap((entry, index) => ofService(scenario, entry, index)), ...ofScript(scenario)];
}

function ofService(
	{ clusters, sidecars, defaults, services }: Parts,
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
	for (const [place, name] of (traits.sidecars ?? []).entries()) {
		if (!(name in sidecars)) say(['sidecars', place], `there is no sidecar ${name}`);
	}
	return found;
}

function ofScript({ services, script }: Parts): Contradiction[] {
	const names = new Set(services.flatMap(repeated).map(({ name }) => name));
	return script.flatMap((step, index) =>
		'service' in step && !names.has(step.service)
			? [{ path: ['script', index, 'service'], message: `there is no service ${step.service}` }]
			: [],
	);
}
