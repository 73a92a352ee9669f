import type { Service } from '../../model/service.ts';
import type { Refusal } from '../plan.ts';
import type { TargetInput } from './target-input.ts';
import { METRICS, metricWords } from './tracking.ts';

/** Why a service cannot be scaled by Application Auto Scaling; undefined when it can. */
export function cannotBeScaled(service: Service): Refusal | undefined {
	const { serviceName, status, schedulingStrategy, deploymentController } = service;
	if (status !== 'ACTIVE') {
		return { refused: `${serviceName} is ${status}: nothing scales it.`, instead: 'Create it again to run it.' };
	}
	if (schedulingStrategy === 'DAEMON') {
		return {
			refused: `${serviceName} is a DAEMON service: it runs one task on every instance.`,
			instead: 'Change the number of instances instead.',
		};
	}
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
