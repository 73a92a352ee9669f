import type { EcsAppSpec } from './deployment.ts';

/** An AppSpec as a pipeline writes it (CodeDeploy user guide, "AppSpec file structure for Amazon ECS deployments"). */
export function appSpecText({ taskDefinition, containerName, containerPort }: EcsAppSpec): string {
	return [
		'version: 0.0',
		'Resources:',
		'  - TargetService:',
		'      Type: AWS::ECS::Service',
		'      Properties:',
		`        TaskDefinition: "${taskDefinition}"`,
		'        LoadBalancerInfo:',
		`          ContainerName: "${containerName}"`,
		`          ContainerPort: ${containerPort}`,
		'        PlatformVersion: "LATEST"',
		'',
	].join('\n');
}
