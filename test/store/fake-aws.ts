import { AwsCallError } from '../../src/aws/aws-call-error.ts';
import type { Aws } from '../../src/aws/aws.ts';
import type { AwsFailure, AwsFailureKind } from '../../src/model/aws-failure.ts';
import { aCluster, aService } from '../fixtures/a-service.ts';

/** An account with a small shop, written by hand; a test replaces the calls that it is about. */
export function fakeAws(calls: Partial<Aws> = {}): Aws {
	const shop = [aService('checkout'), aService('payments')];
	return {
		identity: async () => ({ account: '111122223333', arn: 'arn:aws:iam::111122223333:user/ops', userId: 'AIDA' }),
		clusters: async () => [aCluster()],
		describeClusters: async () => [aCluster()],
		services: async (_cluster, options) => {
			options?.onBatch?.(shop);
			return shop;
		},
		serviceArns: async () => shop.map(({ serviceArn }) => serviceArn),
		describeServices: async (_cluster, arns) => shop.filter(({ serviceArn }) => arns.includes(serviceArn)),
		tasks: async () => [],
		tasksStartedBy: async () => [],
		describeTasks: async () => [],
		taskProtection: async () => new Map(),
		taskDefinition: () => Promise.reject(failing('not-found')),
		editableTaskDefinition: () => Promise.reject(failing('not-found')),
		serviceDeployments: async () => [],
		deploymentGroups: async () => [],
		trafficRouting: () => Promise.reject(failing('not-found')),
		codeDeployments: async () => [],
		codeDeployment: () => Promise.reject(failing('not-found')),
		codeDeployTarget: () => Promise.reject(failing('not-found')),
		appSpec: () => Promise.reject(failing('not-found')),
		targetGroups: async () => [],
		targetHealth: async () => [],
		deregistrationDelay: async () => undefined,
		scaling: async () => new Map(),
		scheduledActions: async () => [],
		scalingActivities: async () => [],
		serviceMetrics: async () => new Map(),
		requestsPerTarget: async () => ({ startedAt: 0, periodMs: 60_000, values: [] }),
		subnets: async () => [],
		containerInstances: async () => [],
		capacityProviders: async () => [],
		fargateQuota: async (_region, kind) => ({ kind, vcpus: 4000, used: 12 }),
		alarms: async () => [],
		taggedImages: async () => [],
		image: () => Promise.reject(failing('not-found')),
		imagePlatforms: async () => [],
		logEvents: async () => ({ events: [] }),
		clockAhead: () => 0,
		now: () => 0,
		callsPerSecond: () => 0,
		close: () => {},
		...calls,
	};
}

/** A failed call. */
export function failing(kind: AwsFailureKind, changes: Partial<AwsFailure> = {}): AwsCallError {
	return new AwsCallError({
		kind,
		service: 'ecs',
		operation: 'DescribeServices',
		code: kind === 'throttled' ? 'ThrottlingException' : 'Error',
		message: kind === 'throttled' ? 'Rate exceeded' : 'No',
		next: 'Wait.',
		...changes,
	});
}
