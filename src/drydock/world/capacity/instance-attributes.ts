import type { InstanceAttribute } from '../container-instance.ts';
import type { Ec2InstanceState } from '../ec2-instance.ts';
import { sizeOf } from './instance-types.ts';

/** What the agent of an Amazon Linux instance can do (agent 1.105; ECS developer guide, container agent capabilities). */
const CAPABILITIES: readonly string[] = [
	...['awsfirelens', 'awslogs', 'fluentd', 'journald', 'json-file', 'none', 'syslog'].map(
		(driver) => `com.amazonaws.ecs.capability.logging-driver.${driver}`,
	),
	...Array.from({ length: 28 }, (_, index) => `com.amazonaws.ecs.capability.docker-remote-api.1.${17 + index}`),
	...['ecr-auth', 'privileged-container', 'selinux', 'task-iam-role', 'task-iam-role-network-host'].map(
		(name) => `com.amazonaws.ecs.capability.${name}`,
	),
	...[
		'aws-appmesh',
		'container-health-check',
		'container-ordering',
		'efs',
		'efsAuth',
		'env-files.s3',
		'execute-command',
		'execution-role-awslogs',
		'execution-role-ecr-pull',
		'firelens.fluentbit',
		'firelens.fluentd',
		'full-sync',
		'logging-driver.awsfirelens.log-driver-buffer-limit',
		'network.container-port-range',
		'pid-ipc-namespace-sharing',
		'private-registry-authentication.secretsmanager',
		'secrets.asm.bootstrap.log-driver',
		'secrets.asm.environment-variables',
		'secrets.ssm.bootstrap.log-driver',
		'secrets.ssm.environment-variables',
		'service-connect-v1',
		'task-cpu-mem-limit',
		'task-eia',
		'task-eni',
		'task-eni-block-instance-metadata',
		'task-eni.trunking',
		'increased-task-cpu-limit',
	].map((name) => `ecs.capability.${name}`),
];

/** The attributes that an instance registers with. */
export function instanceAttributes(instance: Ec2InstanceState): InstanceAttribute[] {
	const traits = {
		'ecs.ami-id': instance.imageId,
		'ecs.availability-zone': instance.availabilityZone,
		'ecs.cpu-architecture': sizeOf(instance.instanceType).architecture,
		'ecs.instance-type': instance.instanceType,
		'ecs.os-family': 'LINUX',
		'ecs.os-type': 'linux',
		'ecs.subnet-id': instance.subnetId,
		'ecs.vpc-id': instance.vpcId,
	};
	return [
		...CAPABILITIES.map((name) => ({ name })),
		...Object.entries(traits).map(([name, value]) => ({ name, value })),
	];
}
