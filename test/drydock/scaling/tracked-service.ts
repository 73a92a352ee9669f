import { observeMinute, emptyRecords, type Records } from '../../../src/drydock/observe.ts';
import { buildWorld } from '../../../src/drydock/scenario/build-world.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { advanceBy } from '../../../src/drydock/world/advance.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import type { ScalableTargetState } from '../../../src/drydock/world/scaling.ts';
import type { ServiceState } from '../../../src/drydock/world/service.ts';
import type { World } from '../../../src/drydock/world/world.ts';

export const NOON = Date.UTC(2026, 10, 20, 12);

/** The shop's search, which tracks 60 % CPU between 2 and 10 tasks; one task is full at 100 requests a second. */
export type TrackedService = {
	readonly world: World;
	readonly records: Records;
	readonly service: ServiceState;
	readonly target: ScalableTargetState;
	/** From now on so many requests a second, without noise. */
	readonly load: (requestsPerSecond: number) => void;
	readonly minutes: (count: number) => void;
};

/** `start` requests a second reach four tasks at first; cooldowns are ECS's default, 300 s. */
export function trackedService(start = 220): TrackedService {
	const records = emptyRecords();
	const yaml = [
		'description: search follows its CPU',
		'clusters: [{ name: prod, region: ap-northeast-1 }]',
		'services:',
		'  - name: search',
		'    tasks: 4',
		'    port: 8080',
		'    cpu: 1024',
		`    traffic: { base: ${start}, swing: 0, noise: 0 }`,
		'    scaling: { min: 2, max: 10, cpu: 60, scaleOutCooldown: 300, scaleInCooldown: 300 }',
		'behaviours: { search: { cpuPerRequest: 10, idleCpu: 0 } }',
	].join('\n');
	const world = buildWorld(readScenario(yaml, 'test.yaml'), {
		seed: 1,
		startAt: NOON,
		onMinute: (each) => observeMinute(each, records),
		setFaults: () => {},
	});
	const [service] = world.services.values();
	const [target] = world.scalableTargets.values();
	if (service?.traffic === undefined || target === undefined) throw new Error('search is not scaled');
	const { traffic } = service;
	return {
		world,
		records,
		service,
		target,
		load(requestsPerSecond) {
			traffic.base = requestsPerSecond;
		},
		minutes: (count) => advanceBy(world, count * MINUTE),
	};
}
