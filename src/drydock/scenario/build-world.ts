import { advanceTo, every } from '../world/advance.ts';
import { manageScaling } from '../world/capacity/manage-scaling.ts';
import { HOUR, MINUTE } from '../world/clock.ts';
import { runScheduler } from '../world/scheduler/run-scheduler.ts';
import { createWorld, type World } from '../world/world.ts';
import { completeBehaviour } from './behaviour-schema.ts';
import { buildAlarm } from './build-alarm.ts';
import { buildCluster } from './build-cluster.ts';
import { buildImages } from './build-images.ts';
import { buildNewService, buildService } from './build-service.ts';
import { repeated } from './repeated.ts';
import { planScript, type FaultSwitch } from './run-script.ts';
import type { ServiceTraits } from './service-schema.ts';
import type { Scenario } from './scenario.ts';

/** A world has this much of a past when it opens: of metrics, and of what the script put before the start. */
const PAST = 3 * HOUR;

export type WorldInput = {
	readonly seed: number;
	/** What the clock reads when the scenario opens, epoch ms. */
	readonly startAt: number;
	/** Called each minute of world time, the past included: metrics and scaling. */
	readonly onMinute: (world: World) => void;
	readonly setFaults: FaultSwitch;
};

/** Builds the scenario's world as it was three hours before its start, and lets those pass. */
export function buildWorld(scenario: Scenario, input: WorldInput): World {
	const { seed, startAt, onMinute, setFaults } = input;
	const world = createWorld({ account: scenario.account, seed, startAt: startAt - PAST });
	for (const [image, behaviour] of Object.entries(scenario.behaviours)) {
		world.behaviours.set(image, completeBehaviour(behaviour));
	}
	for (const [name, { host }] of Object.entries(scenario.dependencies))
		world.dependencies.set(name, { host, outages: [] });
	buildImages(world, scenario.images, startAt);
	const clusters = new Map(scenario.clusters.map((entry, index) => [entry.name, buildCluster(world, entry, index)]));
	const created = new Set(scenario.script.flatMap((step) => (step.do === 'create' ? [step.service] : [])));
	const services = new Map(
		scenario.services.flatMap(repeated).map((entry) => [entry.name, { ...scenario.defaults, ...entry }]),
	);
	const clusterOf = ({ cluster = scenario.clusters[0]?.name ?? '' }: ServiceTraits) => clusters.get(cluster);
	for (const [name, traits] of services) {
		const built = clusterOf(traits);
		if (built && !created.has(name)) buildService(world, built, traits, scenario.sidecars);
	}
	const create = (name: string): void => {
		const traits = services.get(name);
		const built = traits && clusterOf(traits);
		if (built) buildNewService(world, built, traits, scenario.sidecars);
	};
	for (const entry of scenario.alarms) buildAlarm(world, entry);
	for (const [name, answer] of Object.entries(scenario.functions)) world.functions.set(name, answer);
	runScheduler(world);
	every(world, Math.ceil(world.clock.now / MINUTE) * MINUTE, MINUTE, onMinute);
	every(world, Math.ceil(world.clock.now / MINUTE) * MINUTE, MINUTE, manageScaling);
	planScript(world, scenario.script, startAt, { setFaults, create });
	advanceTo(world, startAt);
	return world;
}
