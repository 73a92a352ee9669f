import type * as ecs from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { toService } from '../../../src/aws/shapes/to-service.ts';

const NOON = Date.UTC(2026, 2, 1, 12);

const checkout: ecs.Service = {
	serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/prod/checkout',
	serviceName: 'checkout',
	clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod',
	status: 'ACTIVE',
	desiredCount: 4,
	runningCount: 2,
	pendingCount: 2,
	taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/checkout:43',
	launchType: 'FARGATE',
	platformVersion: '1.4.0',
	schedulingStrategy: 'REPLICA',
	deploymentController: { type: 'CODE_DEPLOY' },
	deploymentConfiguration: {
		minimumHealthyPercent: 50,
		maximumPercent: 150,
		strategy: 'ROLLING',
		deploymentCircuitBreaker: { enable: true, rollback: true },
		alarms: { enable: true, rollback: false, alarmNames: ['checkout-5xx'] },
	},
	deployments: [
		{ id: 'ecs-svc/1', status: 'ACTIVE', createdAt: new Date(NOON - 60_000), runningCount: 2 },
		{
			id: 'ecs-svc/2',
			status: 'PRIMARY',
			createdAt: new Date(NOON),
			updatedAt: new Date(NOON + 1_000),
			failedTasks: 3,
			rolloutState: 'IN_PROGRESS',
			rolloutStateReason: 'ECS deployment ecs-svc/2 in progress.',
			serviceConnectConfiguration: {
				enabled: true,
				namespace: 'shop',
				services: [{ portName: 'http', clientAliases: [{ port: 8080, dnsName: 'checkout' }, { port: 81 }] }],
			},
		},
	],
	events: [
		{ id: 'e1', createdAt: new Date(NOON), message: '(service checkout) has started 2 tasks: (task 3f2a1b).' },
		{ id: 'e2', createdAt: new Date(NOON + 5_000), message: '(service checkout) (port 8080) is unhealthy\u001B[2J' },
	],
	loadBalancers: [{ targetGroupArn: 'arn:tg', containerName: 'app', containerPort: 8080 }],
	serviceRegistries: [{ registryArn: 'arn:sd', containerName: 'app', containerPort: 8080 }],
	networkConfiguration: {
		awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-a'], assignPublicIp: 'DISABLED' },
	},
	capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
	healthCheckGracePeriodSeconds: 60,
	enableExecuteCommand: true,
	availabilityZoneRebalancing: 'ENABLED',
	createdAt: new Date(NOON),
	createdBy: 'arn:aws:iam::123456789012:role/ci',
	tags: [{ key: 'team', value: 'payments' }],
};

test('a service keeps AWS’s names and numbers', () => {
	expect(toService(checkout)).toMatchObject({
		serviceName: 'checkout',
		desiredCount: 4,
		runningCount: 2,
		pendingCount: 2,
		deploymentController: 'CODE_DEPLOY',
		deploymentConfiguration: {
			minimumHealthyPercent: 50,
			maximumPercent: 150,
			strategy: 'ROLLING',
			circuitBreaker: { enable: true, rollback: true },
			alarms: { enable: true, rollback: false, alarmNames: ['checkout-5xx'] },
		},
		loadBalancers: [{ targetGroupArn: 'arn:tg', containerName: 'app', containerPort: 8080 }],
		serviceRegistries: [{ registryArn: 'arn:sd', containerName: 'app', port: 8080 }],
		network: { subnets: ['subnet-a'], securityGroups: ['sg-a'], assignPublicIp: 'DISABLED' },
		capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
		healthCheckGracePeriodSeconds: 60,
		enableExecuteCommand: true,
		createdAt: NOON,
		tags: [{ key: 'team', value: 'payments' }],
	});
});

test('deployments and events come newest first', () => {
	const { deployments, events } = toService(checkout);
	expect(deployments.map(({ id }) => id)).toEqual(['ecs-svc/2', 'ecs-svc/1']);
	expect(events.map(({ id }) => id)).toEqual(['e2', 'e1']);
});

test('a deployment tells its rollout, in epoch ms', () => {
	expect(toService(checkout).deployments[0]).toMatchObject({
		createdAt: NOON,
		updatedAt: NOON + 1_000,
		failedTasks: 3,
		rolloutState: 'IN_PROGRESS',
	});
});

test('a deployment without an update was updated when it was created', () => {
	expect(toService(checkout).deployments[1]).toMatchObject({ updatedAt: NOON - 60_000 });
});

test('what has no time is not of 1970', () => {
	const { deployments, events } = toService({
		...checkout,
		deployments: [{ id: 'ecs-svc/1' }],
		events: [{ id: 'e1' }],
	});
	expect(deployments[0]).not.toHaveProperty('createdAt');
	expect(events).toEqual([]);
});

test('task sets tell the rollout of another controller', () => {
	const blue = { id: 'ecs-svc/blue', status: 'PRIMARY', createdAt: new Date(NOON), computedDesiredCount: 4 };
	const green: ecs.TaskSet = {
		...blue,
		id: 'ecs-svc/green',
		status: 'ACTIVE',
		createdAt: new Date(NOON + 1),
		scale: { unit: 'PERCENT', value: 25 },
		stabilityStatus: 'STABILIZING',
	};
	const { taskSets } = toService({ ...checkout, deployments: [], taskSets: [blue, green] });
	expect(taskSets?.map(({ id }) => id)).toEqual(['ecs-svc/green', 'ecs-svc/blue']);
	expect(taskSets?.[0]).toMatchObject({ desiredCount: 4, scalePercent: 25, stabilityStatus: 'STABILIZING' });
	expect(toService(checkout)).not.toHaveProperty('taskSets');
});

test('the revision of a service with task sets is that of the one that serves', () => {
	const set = {
		id: 'ecs-svc/1',
		status: 'PRIMARY',
		taskDefinition: 'arn:…:task-definition/checkout:44',
		externalId: 'd-1',
	};
	const next = { ...set, id: 'ecs-svc/2', status: 'ACTIVE', taskDefinition: 'arn:…:task-definition/checkout:45' };
	const { taskDefinition, taskSets } = toService({ ...checkout, deployments: [], taskSets: [next, set] });
	expect(taskDefinition).toBe(set.taskDefinition);
	expect(taskSets?.[0]).toMatchObject({ externalId: 'd-1' });
});

test('Service Connect is that of the primary deployment', () => {
	expect(toService(checkout).serviceConnect).toEqual({
		enabled: true,
		namespace: 'shop',
		services: [{ portName: 'http', clientAliases: ['checkout:8080', '81'] }],
	});
});

test('events lose their escape sequences', () => {
	expect(toService(checkout).events[0]?.message).toBe('(service checkout) (port 8080) is unhealthy');
});

describe('a service of which AWS tells only the ARN', () => {
	const bare = toService({ serviceArn: checkout.serviceArn });

	test('has its name from the ARN, AWS’s defaults, and nothing made up', () => {
		expect(bare).toEqual({
			serviceArn: checkout.serviceArn,
			serviceName: 'checkout',
			clusterArn: '',
			status: '',
			desiredCount: 0,
			runningCount: 0,
			pendingCount: 0,
			taskDefinition: '',
			schedulingStrategy: 'REPLICA',
			deploymentController: 'ECS',
			deployments: [],
			events: [],
			loadBalancers: [],
			serviceRegistries: [],
			capacityProviderStrategy: [],
			enableExecuteCommand: false,
			tags: [],
		});
	});
});
