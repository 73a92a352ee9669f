import type { CircuitBreakerConfiguration } from '../deployment-configuration.ts';

/**
 * Failed tasks at which the circuit breaker trips: of the desired count half, 3 to 200, unless its configuration says
 * otherwise (ECS API reference, ThresholdConfiguration). That parts of a task count as a whole one is our reading.
 */
export function breakerThreshold(
	desiredCount: number,
	{ thresholdConfiguration }: Pick<CircuitBreakerConfiguration, 'thresholdConfiguration'> = {},
): number {
	const { type, value } = thresholdConfiguration ?? { type: 'BOUNDED_PERCENT', value: 50 };
	if (type === 'COUNT') return value;
	const share = Math.ceil((desiredCount * value) / 100);
	return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}
