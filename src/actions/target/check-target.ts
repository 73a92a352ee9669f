import type { Service } from '../../model/service.ts';
import { cannotScale } from '../cannot-scale.ts';
import type { Refusal } from '../plan.ts';
import type { TargetInput } from './target-input.ts';
import { METRICS, metricWords } from './tracking.ts';

/** Why a service cannot be scaled by Application Auto Scaling; undefined when it can. */
export function cannotBeScaled(service: Service): Refusal | undefined {
	const { serviceName, deploymentController } = service;
	const refusal = cannotScale(service);
	if (refusal) return refusal;
	// ECS developer guide, external deployment controller: service auto scaling is not supported with it.
	if (deploymentController === 'EXTERNAL') {
		return {
			refused: `${serviceName} has an EXTERNAL deployment controller: Application Auto Scaling does not scale it.`,
			instead: 'Whatever deploys it also sets the size of its task sets.',
		};
	}
	return undefined;
}

/** What cannot be asked for, whatever the service. */
export function wrongNumber(input: TargetInput): Refusal | undefined {
	for (const metric of METRICS) {
		const value = input[metric];
		if (typeof value === 'number' && !(value > 0 && Number.isFinite(value))) {
			return {
				refused: `A target for ${metricWords(metric)} is above 0, not ${value}.`,
				instead: '`none` deletes it.',
			};
		}
	}
	const whole = [
		['The minimum', input.min, 'tasks'],
		['The maximum', input.max, 'tasks'],
		['The scale-in cooldown', input.scaleInCooldown, 'seconds'],
		['The scale-out cooldown', input.scaleOutCooldown, 'seconds'],
	] as const;
	for (const [what, value, unit] of whole) {
		if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0)) {
			return {
				refused: `${what} is a whole number of ${unit}, 0 or more, not ${value}.`,
				instead: 'Give another one.',
			};
		}
	}
	return undefined;
}
