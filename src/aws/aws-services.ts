import type { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import type { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { ECR } from '@aws-sdk/client-ecr';
import type { CodeDeploy } from '@aws-sdk/client-codedeploy';
import type { ECS, ECSClientConfig } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { STS } from '@aws-sdk/client-sts';

/** The SDK clients by IAM prefix, which is also how failures name the service. */
export type AwsClients = {
	readonly ecs: ECS;
	readonly logs: CloudWatchLogs;
	readonly cloudwatch: CloudWatch;
	readonly 'application-autoscaling': ApplicationAutoScaling;
	readonly autoscaling: AutoScalingClient;
	readonly codedeploy: CodeDeploy;
	readonly elasticloadbalancing: ElasticLoadBalancingV2;
	readonly sts: STS;
	readonly ec2: EC2Client;
	readonly servicequotas: ServiceQuotasClient;
	readonly ecr: ECR;
};

export type AwsServiceName = keyof AwsClients;

/** The settings that all clients share. */
export type ClientSettings = Pick<
	ECSClientConfig,
	| 'region'
	| 'credentials'
	| 'endpoint'
	| 'disableHostPrefix'
	| 'requestHandler'
	| 'maxAttempts'
	| 'retryMode'
	| 'profile'
	| 'ignoreConfiguredEndpointUrls'
>;

type AwsService<Client> = { readonly id: string; create(settings: ClientSettings): Promise<Client> };

/** How each client is made. The packages are imported here only, and late: the first frame does not wait for them. */
export const AWS_SERVICES: { readonly [Name in AwsServiceName]: AwsService<AwsClients[Name]> } = {
	ecs: {
		id: 'ECS',
		create: async (settings) => new (await import('@aws-sdk/client-ecs')).ECS(settings),
	},
	logs: {
		id: 'CloudWatch Logs',
		create: async (settings) => new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogs(settings),
	},
	cloudwatch: {
		id: 'CloudWatch',
		create: async (settings) => new (await import('@aws-sdk/client-cloudwatch')).CloudWatch(settings),
	},
	'application-autoscaling': {
		id: 'Application Auto Scaling',
		create: async (settings) =>
			new (await import('@aws-sdk/client-application-auto-scaling')).ApplicationAutoScaling(settings),
	},
	autoscaling: {
		id: 'Auto Scaling',
		create: async (settings) => new (await import('./clients/auto-scaling.ts')).AutoScalingClient(settings),
	},
	codedeploy: {
		id: 'CodeDeploy',
		create: async (settings) => new (await import('@aws-sdk/client-codedeploy')).CodeDeploy(settings),
	},
	elasticloadbalancing: {
		id: 'Elastic Load Balancing v2',
		create: async (settings) =>
			new (await import('@aws-sdk/client-elastic-load-balancing-v2')).ElasticLoadBalancingV2(settings),
	},
	sts: {
		id: 'STS',
		create: async (settings) => new (await import('@aws-sdk/client-sts')).STS(settings),
	},
	ec2: {
		id: 'EC2',
		create: async (settings) => new (await import('./clients/ec2.ts')).EC2Client(settings),
	},
	servicequotas: {
		id: 'Service Quotas',
		create: async (settings) => new (await import('./clients/service-quotas.ts')).ServiceQuotasClient(settings),
	},
	ecr: {
		id: 'ECR',
		create: async (settings) => new (await import('@aws-sdk/client-ecr')).ECR(settings),
	},
};
