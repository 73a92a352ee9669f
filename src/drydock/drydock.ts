import { emptyRecords, measureWorld, observeMinute, recordHandlers } from './observe.ts';
import { followRealTime } from './real-time.ts';
import { reportDefect } from './report-defect.ts';
import { buildWorld } from './scenario/build-world.ts';
import { loadScenario } from './scenario/load-scenario.ts';
import type { Scenario } from './scenario/scenario.ts';
import { callerArn } from './services/caller-arn.ts';
import { ecsHandlers } from './services/ecs/handlers.ts';
import type { WorldControl } from './wire/control.ts';
import { createDispatcher, type Dispatcher } from './wire/dispatch.ts';
import type { FaultRule } from './wire/fault-rule.ts';
import { advanceBy } from './world/advance.ts';
import { HOUR } from './world/clock.ts';
import { next, seeded } from './world/random.ts';
import type { World } from './world/world.ts';

export type DrydockOptions = {
	/** A built-in scenario (`shop`), a YAML file, or one already read. */
	readonly scenario: string | Scenario;
	/** The same seed makes the same world. Default 1. */
	readonly seed?: number;
	/** What the world's clock reads at first, epoch ms. Default: now. */
	readonly startAt?: number;
	/** World seconds per real second. Default 1. */
	readonly speed?: number;
	/** The real clock, epoch ms. Default: Date.now. */
	readonly now?: () => number;
};

/** A world with the AWS APIs over it; time stands still in it until `start` or `control.step`. */
export type Drydock = {
	readonly world: World;
	readonly dispatcher: Dispatcher;
	/** For the server's control endpoint, and for tests to step. */
	readonly control: WorldControl;
	/** The regions that have clusters, in the scenario's order. */
	readonly regions: readonly string[];
	/** Lets time pass with the real clock, until `stop`. */
	start(): void;
	stop(): void;
};

/**
 * Builds a scenario's world and puts AWS's APIs over it.
 * @throws {ScenarioError} when there is no such scenario, or it has mistakes.
 */
export function createDrydock(options: DrydockOptions): Drydock {
	const { seed = 1, now = Date.now, speed = 1 } = options;
	const startAt = Math.floor(options.startAt ?? now());
	const scenario = typeof options.scenario === 'string' ? loadScenario(options.scenario) : options.scenario;
	const records = emptyRecords();
	let scenarioFaults: readonly FaultRule[] = [];
	const world = buildWorld(scenario, {
		seed,
		startAt,
		onMinute: (each) => {
			// Of the past before the script's earliest step only the metrics and their alarms are seen.
			if (each.clock.now < startAt - HOUR) measureWorld(each, records);
			else observeMinute(each, records);
		},
		setFaults: (rules) => {
			scenarioFaults = rules;
		},
	});
	world.clock.speed = speed;
	const dice = seeded(seed);
	const handlers = { ecs: ecsHandlers(world), ...recordHandlers(world, records) };
	const dispatcher = createDispatcher({
		account: scenario.account,
		principalArn: callerArn(world),
		handlers,
		now,
		random: () => next(dice),
		scenarioFaults: () => scenarioFaults,
	});
	let stop: (() => void) | undefined;
	return {
		world,
		dispatcher,
		control: controlOf(world),
		regions: [...new Set(scenario.clusters.map(({ region }) => region))],
		start() {
			stop ??= followRealTime(world, now, reportDefect);
		},
		stop() {
			stop?.();
			stop = undefined;
		},
	};
}

function controlOf(world: World): WorldControl {
	const { clock } = world;
	return {
		clock,
		setSpeed(speed) {
			clock.speed = speed;
		},
		setPaused(paused) {
			clock.paused = paused;
		},
		step: (ms) => advanceBy(world, ms),
	};
}
