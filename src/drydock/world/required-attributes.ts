import type { InstanceAttribute } from './container-instance.ts';
import type { ContainerDefinition, TaskDefinitionState } from './task-definition.ts';

/** What an instance must offer to run the definition, as far as it is clear which member asks for what. */
export function requiredAttributes(definition: TaskDefinitionState): InstanceAttribute[] {
	const { containerDefinitions: containers, executionRoleArn, taskRoleArn, networkMode } = definition;
	const any = (is: (container: ContainerDefinition) => boolean): boolean => containers.some(is);
	const hasSecrets = (service: string) => any(({ secrets }) => JSON.stringify(secrets ?? []).includes(`:${service}:`));
	const logs = any(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs');
	const ecr = any(({ image }) => image.includes('.dkr.ecr.'));
	const needs: readonly (readonly [string, boolean])[] = [
		['com.amazonaws.ecs.capability.logging-driver.awslogs', logs],
		['ecs.capability.execution-role-awslogs', logs && executionRoleArn !== undefined],
		['com.amazonaws.ecs.capability.ecr-auth', ecr],
		['ecs.capability.execution-role-ecr-pull', ecr && executionRoleArn !== undefined],
		['com.amazonaws.ecs.capability.docker-remote-api.1.19', logs],
		['ecs.capability.secrets.asm.environment-variables', hasSecrets('secretsmanager')],
		['ecs.capability.secrets.ssm.environment-variables', hasSecrets('ssm')],
		['com.amazonaws.ecs.capability.task-iam-role', taskRoleArn !== undefined],
		['ecs.capability.container-health-check', any(({ healthCheck }) => healthCheck !== undefined)],
		['com.amazonaws.ecs.capability.docker-remote-api.1.18', networkMode === 'awsvpc'],
		['ecs.capability.task-eni', networkMode === 'awsvpc'],
	];
	return needs.flatMap(([name, isNeeded]) => (isNeeded ? [{ name }] : []));
}
