import type { DeploymentConfiguration, Service } from '../../model/service.ts';
import { healthCheckWords } from '../../model/health-check-words.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { type Field, fieldSection, type Section } from '../section.ts';

/** How a deployment of the service goes, in tasks and in words. */
export function deploymentSection(service: Service, definition?: TaskDefinition): Section {
	const { deploymentConfiguration: configuration, healthCheckGracePeriodSeconds: grace } = service;
	return fieldSection('Deployment', [
		{ label: 'controller', text: service.deploymentController },
		...(configuration
			? [
					{ label: 'strategy', text: configuration.strategy ?? '' },
					{ label: 'tasks while deploying', text: rangeWords(configuration, service.desiredCount) },
					{ label: 'circuit breaker', text: circuitBreakerWords(configuration) },
					{ label: 'alarms', text: alarmWords(configuration) },
				]
			: [{ label: 'settings', text: 'ECS tells none for this service' }]),
		{
			label: 'grace period',
			text: grace === undefined ? '' : `${grace}s: failed health checks do not count until then`,
		},
		...healthCheckFields(definition),
		{ label: 'AZ rebalancing', text: service.availabilityZoneRebalancing ?? '' },
	]);
}

/** The check of each container that has one. */
function healthCheckFields(definition: TaskDefinition | undefined): readonly Field[] {
	const checked = definition?.containerDefinitions.filter(({ healthCheck }) => healthCheck) ?? [];
	return checked.map((container) => ({
		label: `check of ${container.name}`,
		text: healthCheckWords(container) ?? 'switched off',
	}));
}

/**
 * `100%–200% = 4 to 8 tasks`. The lower bound is rounded up and the upper one down (ECS API reference,
 * DeploymentConfiguration).
 */
export function rangeWords(
	{ minimumHealthyPercent, maximumPercent }: DeploymentConfiguration,
	desiredCount: number,
): string {
	const lowest = Math.ceil((desiredCount * minimumHealthyPercent) / 100);
	const highest = Math.floor((desiredCount * maximumPercent) / 100);
	const stuck = desiredCount > 0 && lowest >= desiredCount && highest <= desiredCount;
	return `${minimumHealthyPercent}%–${maximumPercent}% = ${lowest} to ${highest} tasks${
		stuck ? ': none may stop first and there is no room for another, so a deployment cannot proceed' : ''
	}`;
}

function circuitBreakerWords({ circuitBreaker }: DeploymentConfiguration): string {
	if (!circuitBreaker?.enable) return 'off: a failing deployment keeps trying';
	return circuitBreaker.rollback ? 'on, rolls back' : 'on, stops without rolling back';
}

function alarmWords({ alarms }: DeploymentConfiguration): string {
	if (!alarms?.enable) return 'none';
	return `${alarms.alarmNames.join(', ')}: ${alarms.rollback ? 'roll back' : 'fail the deployment, without rolling back'}`;
}
