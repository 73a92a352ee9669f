import { createTheme } from '../../src/components/create-theme.ts';
import type { Cluster } from '../../src/model/cluster.ts';
import type { ServiceDeployment } from '../../src/model/deployment-history.ts';
import type { TargetGroup, TargetHealth } from '../../src/model/load-balancing.ts';
import type { MetricSeries } from '../../src/model/metrics.ts';
import type { ServiceScaling } from '../../src/model/scaling.ts';
import type { Service } from '../../src/model/service.ts';
import type { TaskDefinition } from '../../src/model/task-definition.ts';
import type { Task } from '../../src/model/task.ts';

/** 12:04:10 UTC, three minutes after checkout :43 began to fail. */
export const NOW = Date.UTC(2026, 10, 20, 12, 4, 10);
export const MINUTE = 60_000;
export const THEME = createTheme({ background: 'dark', colors: true, unicode: true });

const REGION = 'ap-northeast-1';
const arn = (service: string, resource: string): string => `arn:aws:${service}:${REGION}:111122223333:${resource}`;

export const CLUSTER_ARN = arn('ecs', 'cluster/prod');
export const SERVICE_ARN = arn('ecs', 'service/prod/checkout');
export const TASK_ARN = arn('ecs', 'task/prod/77aa10f0c1d24e5f8a9b0c1d2e3f4a5b');
export const TARGET_GROUP_ARN = arn('elasticloadbalancing', 'targetgroup/checkout-tg/a6d71c9b9c18b389');
export const revision = (number: number): string => arn('ecs', `task-definition/checkout:${number}`);

export const cluster: Cluster = {
	clusterArn: CLUSTER_ARN,
	clusterName: 'prod',
	region: REGION,
	status: 'ACTIVE',
	activeServicesCount: 42,
	runningTasksCount: 180,
	pendingTasksCount: 2,
	registeredContainerInstancesCount: 0,
	capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
	tags: [],
};

export const service: Service = {
	serviceArn: SERVICE_ARN,
	serviceName: 'checkout',
	clusterArn: CLUSTER_ARN,
	status: 'ACTIVE',
	desiredCount: 4,
	runningCount: 2,
	pendingCount: 1,
	taskDefinition: revision(43),
	platformVersion: '1.4.0',
	platformFamily: 'Linux',
	schedulingStrategy: 'REPLICA',
	deploymentController: 'ECS',
	deploymentConfiguration: {
		minimumHealthyPercent: 100,
		maximumPercent: 200,
		strategy: 'ROLLING',
		circuitBreaker: { enable: true, rollback: true },
		alarms: { enable: true, rollback: true, alarmNames: ['checkout-5xx'] },
	},
	deployments: [
		{
			id: 'ecs-svc/8812000000000000043',
			status: 'PRIMARY',
			taskDefinition: revision(43),
			desiredCount: 4,
			runningCount: 2,
			pendingCount: 1,
			failedTasks: 2,
			rolloutState: 'IN_PROGRESS',
			rolloutStateReason: 'ECS deployment ecs-svc/8812000000000000043 in progress.',
			createdAt: NOW - 3 * MINUTE,
			updatedAt: NOW - MINUTE,
		},
		{
			id: 'ecs-svc/8812000000000000042',
			status: 'ACTIVE',
			taskDefinition: revision(42),
			desiredCount: 0,
			runningCount: 1,
			pendingCount: 0,
			failedTasks: 0,
			rolloutState: 'COMPLETED',
			rolloutStateReason: 'ECS deployment ecs-svc/8812000000000000042 completed.',
			createdAt: NOW - 3000 * MINUTE,
			updatedAt: NOW - 2990 * MINUTE,
		},
	],
	events: [
		{
			id: 'e3',
			createdAt: NOW - MINUTE,
			message: '(service checkout) (task 77aa10f0c1d24e5f8a9b0c1d2e3f4a5b) failed container health checks.',
		},
		{ id: 'e2', createdAt: NOW - 5 * MINUTE, message: '(service checkout) has reached a steady state.' },
		{ id: 'e1', createdAt: NOW - 365 * MINUTE, message: '(service checkout) has reached a steady state.' },
	],
	loadBalancers: [{ targetGroupArn: TARGET_GROUP_ARN, containerName: 'app', containerPort: 8080 }],
	serviceRegistries: [
		{ registryArn: arn('servicediscovery', 'service/srv-checkout'), containerName: 'app', port: 8080 },
	],
	serviceConnect: {
		enabled: true,
		namespace: 'shop.local',
		services: [{ portName: 'http', discoveryName: 'checkout', clientAliases: ['checkout:80'] }],
	},
	network: { subnets: ['subnet-0ab1', 'subnet-0ab2'], securityGroups: ['sg-0c0ffee'], assignPublicIp: 'DISABLED' },
	capacityProviderStrategy: [
		{ capacityProvider: 'FARGATE', weight: 1, base: 2 },
		{ capacityProvider: 'FARGATE_SPOT', weight: 3, base: 0 },
	],
	healthCheckGracePeriodSeconds: 60,
	enableExecuteCommand: true,
	availabilityZoneRebalancing: 'ENABLED',
	createdAt: Date.UTC(2024, 2, 1, 9, 30),
	createdBy: 'arn:aws:iam::111122223333:role/deployer',
	tags: [
		{ key: 'team', value: 'payments' },
		{ key: 'cost-centre', value: '4711' },
	],
};

/** A task of :42, well and at work. */
export const runningTask: Task = {
	taskArn: TASK_ARN.replace('77aa10', '9c01de'),
	clusterArn: CLUSTER_ARN,
	group: 'service:checkout',
	taskDefinitionArn: revision(42),
	lastStatus: 'RUNNING',
	desiredStatus: 'RUNNING',
	healthStatus: 'HEALTHY',
	cpu: '1024',
	memory: '2048',
	launchType: 'FARGATE',
	capacityProviderName: 'FARGATE',
	platformVersion: '1.4.0',
	availabilityZone: 'ap-northeast-1a',
	connectivity: 'CONNECTED',
	startedBy: 'ecs-svc/8812000000000000042',
	createdAt: NOW - 10 * MINUTE,
	pullStartedAt: NOW - 10 * MINUTE + 9_000,
	pullStoppedAt: NOW - 10 * MINUTE + 21_000,
	startedAt: NOW - 9 * MINUTE,
	containers: [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'HEALTHY', cpu: '896', memory: '1792' }],
	privateIpv4Address: '10.0.3.40',
	subnetId: 'subnet-0ab1',
	networkInterfaceId: 'eni-0d1e2f3a4b5c6d7e8',
	enableExecuteCommand: true,
};

/** A task of :43 that ECS took down because app failed its check. */
export const task: Task = {
	...runningTask,
	taskArn: TASK_ARN,
	taskDefinitionArn: revision(43),
	lastStatus: 'STOPPED',
	desiredStatus: 'STOPPED',
	healthStatus: 'UNHEALTHY',
	startedBy: 'ecs-svc/8812000000000000043',
	stoppingAt: NOW - 7 * MINUTE,
	executionStoppedAt: NOW - 7 * MINUTE + 4_000,
	stoppedAt: NOW - 6 * MINUTE,
	stopCode: 'ServiceSchedulerInitiated',
	stoppedReason: 'Task failed container health checks',
	containers: [
		{
			name: 'app',
			lastStatus: 'STOPPED',
			healthStatus: 'UNHEALTHY',
			exitCode: 137,
			image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:2026-11-19.3',
			imageDigest: 'sha256:9a4d5d2c0b1e4a5f8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b',
			cpu: '896',
			memory: '1792',
		},
		{
			name: 'datadog-agent',
			lastStatus: 'STOPPED',
			exitCode: 0,
			image: 'datadog/agent:7.62',
			memoryReservation: '256',
		},
	],
	privateIpv4Address: '10.0.3.41',
};

export const taskDefinition: TaskDefinition = {
	taskDefinitionArn: revision(43),
	family: 'checkout',
	revision: 43,
	status: 'ACTIVE',
	containerDefinitions: [],
	document: {
		taskDefinitionArn: revision(43),
		requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.task-eni' }],
		containerDefinitions: [
			{
				environment: [
					{ name: 'PORT', value: '8081' },
					{ name: 'STRIPE_KEY', value: 'sk_live_51Habcdef' },
				],
				volumesFrom: [],
				image: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:2026-11-19.3',
				name: 'app',
				command: ['node', 'server.js'],
				healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz'], interval: 30, retries: 3 },
				secrets: [{ name: 'DB_PASSWORD', valueFrom: arn('secretsmanager', 'secret:checkout/db-AbCdEf:password::') }],
			},
		],
		revision: 43,
		family: 'checkout',
		cpu: '1024',
	},
};

export const history: readonly ServiceDeployment[] = [
	{
		serviceDeploymentArn: arn('ecs', 'service-deployment/prod/checkout/d43'),
		serviceArn: SERVICE_ARN,
		status: 'IN_PROGRESS',
		createdAt: NOW - 3 * MINUTE,
		startedAt: NOW - 3 * MINUTE,
		targetTaskDefinition: revision(43),
		sourceTaskDefinitions: [revision(42)],
		circuitBreaker: { status: 'MONITORING', failureCount: 2, threshold: 3 },
	},
	{
		serviceDeploymentArn: arn('ecs', 'service-deployment/prod/checkout/d41'),
		serviceArn: SERVICE_ARN,
		status: 'ROLLBACK_SUCCESSFUL',
		createdAt: NOW - 4000 * MINUTE,
		startedAt: NOW - 4000 * MINUTE,
		finishedAt: NOW - 3990 * MINUTE,
		targetTaskDefinition: revision(41),
		sourceTaskDefinitions: [revision(40)],
		circuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
		rollbackReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
	},
];

export const targetGroup: TargetGroup = {
	targetGroupArn: TARGET_GROUP_ARN,
	targetGroupName: 'checkout-tg',
	protocol: 'HTTP',
	port: 8080,
	targetType: 'ip',
	healthCheckProtocol: 'HTTP',
	healthCheckPath: '/healthz',
	healthCheckPort: 'traffic-port',
	healthCheckIntervalSeconds: 30,
	healthCheckTimeoutSeconds: 5,
	healthyThresholdCount: 5,
	unhealthyThresholdCount: 2,
	matcher: '200-299',
	loadBalancerArns: [arn('elasticloadbalancing', 'loadbalancer/app/shop/50dc6c495c0c9188')],
};

export const targets: readonly TargetHealth[] = [
	{ id: '10.0.3.40', port: 8080, availabilityZone: 'ap-northeast-1a', state: 'healthy' },
	{
		id: '10.0.3.42',
		port: 8080,
		availabilityZone: 'ap-northeast-1c',
		state: 'unhealthy',
		reason: 'Target.ResponseCodeMismatch',
		description: 'Health checks failed with these codes: [502]',
	},
];

export const scaling: ServiceScaling = {
	target: {
		resourceId: 'service/prod/checkout',
		minCapacity: 2,
		maxCapacity: 5,
		suspended: { scaleIn: true, scaleOut: false, scheduled: false },
	},
	policies: [
		{
			resourceId: 'service/prod/checkout',
			policyName: 'cpu-60',
			policyType: 'TargetTrackingScaling',
			metricType: 'ECSServiceAverageCPUUtilization',
			targetValue: 60,
			scaleInCooldown: 300,
			scaleOutCooldown: 60,
		},
	],
};

/** Rising from 30 % to 88 %, with ten minutes missing in the middle. */
export const cpu: MetricSeries = {
	startedAt: NOW - 180 * MINUTE,
	periodMs: MINUTE,
	values: Array.from({ length: 180 }, (_, minute) => (minute >= 90 && minute < 100 ? null : 30 + (58 * minute) / 179)),
};
