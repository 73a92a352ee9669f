/** Failed tasks at which the circuit breaker trips: half of the desired count, 3 to 200 (ECS API reference, DeploymentCircuitBreaker). */
export function breakerThreshold(desiredCount: number): number {
	return Math.min(200, Math.max(3, Math.ceil(desiredCount / 2)));
}
