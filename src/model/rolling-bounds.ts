import type { Service } from './service.ts';

export type Bounds = { readonly lower: number; readonly upper: number; readonly min: number; readonly max: number };

/** Tasks that must stay and tasks that may be, where they roll (ECS API reference, DeploymentConfiguration): rounded up, rounded down. */
export function rollingBounds({
	desiredCount,
	deploymentConfiguration: how,
	deploymentController,
	schedulingStrategy,
}: Service): Bounds | undefined {
	if (deploymentController !== 'ECS') return undefined;
	if (!how || (how.strategy ?? 'ROLLING') !== 'ROLLING' || schedulingStrategy !== 'REPLICA') return undefined;
	const { minimumHealthyPercent: min, maximumPercent: max } = how;
	return { lower: Math.ceil((desiredCount * min) / 100), upper: Math.floor((desiredCount * max) / 100), min, max };
}

/** Its bounds, where by them ECS may neither stop an old task nor start a new one while all run: it can never roll. */
export function cannotRoll(service: Service): Bounds | undefined {
	const { desiredCount } = service;
	const bounds = rollingBounds(service);
	if (!bounds || desiredCount === 0) return undefined;
	return bounds.lower >= desiredCount && bounds.upper <= desiredCount ? bounds : undefined;
}

/**
 * How many tasks a deployment runs beside the present ones at a time. A blue/green one, and its gradual kin, has the new
 * revision complete before it gets any traffic (ECS API reference, DeploymentConfiguration, strategy), and so has CodeDeploy.
 */
export function tasksBeside(service: Service): { readonly more: number; readonly mayStopFirst: boolean } {
	const { desiredCount, deploymentConfiguration: how, schedulingStrategy } = service;
	if (!how || schedulingStrategy !== 'REPLICA') return { more: 0, mayStopFirst: false };
	const bounds = rollingBounds(service);
	if (!bounds) return { more: desiredCount, mayStopFirst: false };
	return { more: Math.max(0, bounds.upper - desiredCount), mayStopFirst: bounds.lower < desiredCount };
}

/** Percent to which minimumHealthyPercent must come down for one of so many tasks to be stopped first: 0 for a lone one. */
export function percentToStopOne(desiredCount: number): number {
	return Math.floor(((desiredCount - 1) * 100) / desiredCount);
}

/** Percent to which maximumPercent must go up for one more than so many tasks to run. */
export function percentToStartOne(desiredCount: number): number {
	return Math.ceil(((desiredCount + 1) * 100) / desiredCount);
}
