import type { AlarmEntry } from './alarm-schema.ts';
import type { Contradiction } from './contradiction.ts';
import type { Step } from './script-schema.ts';
import type { ServiceEntry, ServiceTraits } from './service-schema.ts';

type Parts = {
	readonly defaults: ServiceTraits;
	readonly services: readonly ServiceEntry[];
	readonly alarms: readonly AlarmEntry[];
	readonly script: readonly Step[];
};

/** Where a scenario speaks of a service that its script has yet to create. */
export function createContradictions({ defaults, services, alarms, script }: Parts): Contradiction[] {
	const found: Contradiction[] = [];
	for (const [index, step] of script.entries()) {
		if (step.do !== 'create') continue;
		const { service: name, at } = step;
		const say = (path: (string | number)[], message: string): void => void found.push({ path, message });
		const traits = { ...defaults, ...services.find((entry) => entry.name === name) };
		if (traits.codeDeploy) say(['script', index, 'service'], 'is deployed by CodeDeploy, and cannot be created');
		for (const [place, alarm] of alarms.entries()) {
			if (alarm.service === name) say(['alarms', place, 'service'], `${name} is not there at first`);
		}
		for (const [place, other] of script.entries()) {
			if (other === step || !('service' in other) || other.service !== name) continue;
			if (other.do === 'create' && place < index) say(['script', index, 'service'], `${name} is created twice`);
			else if (other.at < at) say(['script', place, 'at'], `${name} is not there yet`);
		}
	}
	return found;
}
