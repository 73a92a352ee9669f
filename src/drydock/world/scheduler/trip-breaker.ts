import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { fail } from './fail-rollout.ts';
import { rolloutOf } from './rollout-of.ts';

/** Fails the PRIMARY deployment when its circuit breaker has tripped, whatever its strategy. */
export function tripBreaker(world: World, service: ServiceState): void {
	const primary = service.deployments[0];
	const rollout = primary && rolloutOf(service, primary);
	if (!primary || !rollout || primary.rolloutState !== 'IN_PROGRESS' || rollout.deploymentId !== primary.id) return;
	const { circuitBreaker, deploymentConfiguration } = rollout;
	if (circuitBreaker.status !== 'MONITORING' || circuitBreaker.failureCount < circuitBreaker.threshold) return;
	circuitBreaker.status = 'TRIGGERED';
	fail(world, service, rollout, {
		event: 'tasks failed to start.',
		reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
		rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
		rollsBack: deploymentConfiguration.deploymentCircuitBreaker.rollback,
		by: 'ECS deployment circuit breaker',
	});
}
