import type * as ecs from '@aws-sdk/client-ecs';
import type { ContainerDefinition, HealthCheck, LogConfiguration } from '../../model/task-definition.ts';
import { defined } from './defined.ts';
import { list, requiredText, text, texts } from './scalars.ts';

export function toContainerDefinition(container: ecs.ContainerDefinition): ContainerDefinition {
	return defined({
		name: requiredText(container.name),
		image: requiredText(container.image),
		essential: container.essential ?? true,
		cpu: container.cpu,
		memory: container.memory,
		memoryReservation: container.memoryReservation,
		healthCheck: toHealthCheck(container.healthCheck),
		logs: toLogs(container.logConfiguration),
		stopTimeout: container.stopTimeout,
		portMappings: list(container.portMappings).map((mapping) =>
			defined({ containerPort: mapping.containerPort ?? 0, name: text(mapping.name) }),
		),
	});
}

/** Fills in AWS's defaults in seconds (ECS API reference, HealthCheck). */
function toHealthCheck(check: ecs.HealthCheck | undefined): HealthCheck | undefined {
	if (!check) return undefined;
	return {
		command: texts(check.command),
		interval: check.interval ?? 30,
		timeout: check.timeout ?? 5,
		retries: check.retries ?? 3,
		startPeriod: check.startPeriod ?? 0,
	};
}

function toLogs(configuration: ecs.LogConfiguration | undefined): LogConfiguration | undefined {
	if (!configuration) return undefined;
	const { logDriver, options } = configuration;
	if (logDriver !== 'awslogs') return { logDriver: requiredText(logDriver) };
	return defined({
		logDriver,
		group: text(options?.['awslogs-group']),
		region: text(options?.['awslogs-region']),
		streamPrefix: text(options?.['awslogs-stream-prefix']),
	});
}
