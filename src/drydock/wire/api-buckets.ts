import type { ServiceName } from './service-name.ts';

/** A token bucket that the calls of some operations share, per account and region. */
export type ApiBucket = {
	readonly service: ServiceName;
	readonly operations: readonly string[];
	/** Calls that a full bucket holds. */
	readonly burst: number;
	/** Calls per second that it gets back. */
	readonly refill: number;
};

const ecs = (burst: number, refill: number, ...operations: readonly string[]): ApiBucket => ({
	service: 'ecs',
	operations,
	burst,
	refill,
});

const cloudWatch = (perSecond: number, operation: string): ApiBucket => ({
	service: 'cloudwatch',
	operations: [operation],
	burst: perSecond,
	refill: perSecond,
});

const logs = (perSecond: number, operation: string): ApiBucket => ({
	service: 'logs',
	operations: [operation],
	burst: perSecond,
	refill: perSecond,
});

/**
 * AWS's published rates. ECS: "Request throttling for the Amazon ECS API" in its API reference; CloudWatch
 * and CloudWatch Logs: the quotas in their user guides. Operations without a published rate are not throttled.
 */
export const apiBuckets: readonly ApiBucket[] = [
	ecs(50, 20, 'DescribeClusters', 'ListClusters'),
	ecs(100, 20, 'DescribeServices', 'ListServices'),
	ecs(100, 20, 'DescribeTasks', 'ListTasks', 'DescribeContainerInstances', 'ListContainerInstances', 'ListAttributes'),
	ecs(
		100,
		40,
		'ExecuteCommand',
		'RunTask',
		'StartTask',
		'StopTask',
		'UpdateContainerInstancesState',
		'DeregisterContainerInstance',
		'PutAttributes',
		'DeleteAttributes',
		'UpdateContainerAgent',
	),
	ecs(50, 5, 'CreateService', 'UpdateService', 'DeleteService'),
	ecs(50, 20, 'DescribeServiceDeployments', 'ListServiceDeployments'),
	ecs(50, 20, 'DescribeServiceRevisions'),
	ecs(50, 20, 'DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'),
	ecs(20, 1, 'RegisterTaskDefinition', 'DeregisterTaskDefinition'),
	ecs(5, 1, 'DeleteTaskDefinitions'),
	ecs(50, 20, 'DescribeCapacityProviders'),
	ecs(10, 1, 'CreateCapacityProvider', 'UpdateCapacityProvider', 'DeleteCapacityProvider'),
	ecs(20, 1, 'CreateCluster', 'UpdateCluster', 'DeleteCluster', 'UpdateClusterSettings', 'PutClusterCapacityProviders'),
	ecs(200, 80, 'GetTaskProtection', 'UpdateTaskProtection'),
	ecs(50, 20, 'ListTagsForResource'),
	ecs(20, 10, 'TagResource', 'UntagResource'),
	ecs(50, 20, 'ListAccountSettings'),
	ecs(10, 1, 'PutAccountSetting', 'PutAccountSettingDefault', 'DeleteAccountSetting'),
	ecs(10, 1, 'ListServicesByNamespace'),
	logs(5, 'FilterLogEvents'),
	logs(10, 'GetLogEvents'),
	logs(5, 'DescribeLogStreams'),
	logs(5, 'DescribeLogGroups'),
	cloudWatch(9, 'DescribeAlarms'),
	cloudWatch(3, 'DescribeAlarmHistory'),
	cloudWatch(50, 'GetMetricData'),
];
