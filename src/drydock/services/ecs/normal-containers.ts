import type { ContainerDefinition as AwsContainerDefinition } from '@aws-sdk/client-ecs';
import type { ContainerDefinition } from '../../world/task-definition.ts';

/** Container definitions as AWS keeps them: with empty lists and defaults for what was left out. */
export function normalContainers(given: readonly AwsContainerDefinition[], networkMode: string): ContainerDefinition[] {
	return given.map((container) => {
		const { portMappings = [], healthCheck } = container;
		return {
			essential: true,
			cpu: 0,
			environment: [],
			mountPoints: [],
			volumesFrom: [],
			systemControls: [],
			...container,
			portMappings: portMappings.map((mapping) => ({
				protocol: 'tcp',
				hostPort: networkMode === 'awsvpc' ? mapping.containerPort : 0,
				...mapping,
			})),
			...(healthCheck && { healthCheck: { interval: 30, timeout: 5, retries: 3, ...healthCheck } }),
		} as ContainerDefinition;
	});
}
