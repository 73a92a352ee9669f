import type { CircuitBreakerState, DeploymentState, ServiceDeploymentState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import { isOpen } from '../shifting/run-hooks.ts';

/** The service deployment that a deployment carries out, or rolls back. */
export function rolloutOf(service: ServiceState, deployment: DeploymentState): ServiceDeploymentState | undefined {
	const arn = deployment.serviceDeploymentArn;
	return service.serviceDeployments.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
}

/**
 * The rollout is over, or goes back: its circuit breaker and alarms have nothing to watch any more, and nobody can answer
 * a hook that still waits. What status that has then is not documented: here it FAILED.
 */
export function endMonitoring({ circuitBreaker, alarms, shift }: ServiceDeploymentState): void {
	for (const hook of shift?.hooks.filter(isOpen) ?? []) hook.status = 'FAILED';
	for (const monitor of [circuitBreaker, alarms]) {
		if (monitor.status === 'MONITORING') monitor.status = 'MONITORING_COMPLETE';
	}
}

/** The circuit breaker that watches a deployment; none watches a rollback. */
export function breakerOf(service: ServiceState, deployment: DeploymentState): CircuitBreakerState | undefined {
	const rollout = rolloutOf(service, deployment);
	return rollout?.deploymentId === deployment.id ? rollout.circuitBreaker : undefined;
}
