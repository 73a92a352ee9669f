import type { DeploymentConfiguration, Service } from '../../model/service.ts';
import type { Remark } from '../plan.ts';
import { info } from '../remarks.ts';
import { shiftMinutes, trafficWords } from '../traffic.ts';

const MINUTE = 60_000;

const ROUTING: ReadonlyMap<string | undefined, { readonly type: string; readonly name: string }> = new Map([
	['CANARY', { type: 'TimeBasedCanary', name: 'canary' }],
	['LINEAR', { type: 'TimeBasedLinear', name: 'linear' }],
	['BLUE_GREEN', { type: 'AllAtOnce', name: 'blue/green' }],
]);

/** How ECS moves the traffic, and how long the old tasks stay; nothing where it rolls. */
export function shiftRemarks({ deploymentConfiguration: how }: Service): readonly Remark[] {
	const routing = ROUTING.get(how?.strategy);
	if (!how || !routing) return [];
	const minutes = how.bakeTimeInMinutes ?? 0;
	const stay = minutes > 0 ? `stay ${minutes} min longer: till then the way back takes seconds` : 'go at once then';
	return [info(`${routing.name}: ${trafficWords({ ...routing, ...how.shift })}`), info(`the old tasks ${stay}`)];
}

/**
 * Ms that a deployment takes because it was meant to: moving the traffic, keeping the old tasks. What it may take is counted
 * without them, else every careful one would be too slow.
 */
export function shiftWait(how: DeploymentConfiguration | undefined): number {
	const routing = ROUTING.get(how?.strategy);
	return how && routing ? (shiftMinutes({ ...routing, ...how.shift }) + (how.bakeTimeInMinutes ?? 0)) * MINUTE : 0;
}
