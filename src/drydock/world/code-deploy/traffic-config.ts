import { MINUTE } from '../clock.ts';

/** How traffic moves: all at once, a first part and the rest later, or part by part; minutes and percent. */
type Routing =
	| { readonly type: 'AllAtOnce' }
	| { readonly type: 'TimeBasedCanary'; readonly percent: number; readonly minutes: number }
	| { readonly type: 'TimeBasedLinear'; readonly percent: number; readonly minutes: number };

/** CodeDeploy's predefined configurations for ECS (CodeDeploy user guide, "Predefined deployment configurations for an ECS compute platform"). */
export const TRAFFIC_CONFIGS = {
	'CodeDeployDefault.ECSAllAtOnce': { type: 'AllAtOnce' },
	'CodeDeployDefault.ECSCanary10Percent5Minutes': { type: 'TimeBasedCanary', percent: 10, minutes: 5 },
	'CodeDeployDefault.ECSCanary10Percent15Minutes': { type: 'TimeBasedCanary', percent: 10, minutes: 15 },
	'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': { type: 'TimeBasedLinear', percent: 10, minutes: 1 },
	'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': { type: 'TimeBasedLinear', percent: 10, minutes: 3 },
} as const satisfies Readonly<Record<string, Routing>>;

export type TrafficConfig = keyof typeof TRAFFIC_CONFIGS;

export function isTrafficConfig(name: string): name is TrafficConfig {
	return name in TRAFFIC_CONFIGS;
}

/** Percent of the traffic that the new tasks get `elapsed` ms after the shift has begun. */
export function weightAfter(name: TrafficConfig, elapsed: number): number {
	const routing: Routing = TRAFFIC_CONFIGS[name];
	if (routing.type === 'AllAtOnce') return 100;
	const shifts = Math.floor(elapsed / (routing.minutes * MINUTE));
	if (routing.type === 'TimeBasedCanary') return shifts === 0 ? routing.percent : 100;
	return Math.min(100, routing.percent * (shifts + 1));
}
