import type { Service } from '../../model/service.ts';

type Bounds = { readonly lower: number; readonly upper: number; readonly min: number; readonly max: number };

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
