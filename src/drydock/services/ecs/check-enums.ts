import { notValid } from './refuse.ts';

/** Members that have the same values in every operation (ECS API reference). */
const SHARED: Readonly<Record<string, readonly string[]>> = {
	availabilityZoneRebalancing: ['ENABLED', 'DISABLED'],
	desiredStatus: ['RUNNING', 'PENDING', 'STOPPED'],
	launchType: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'],
	networkMode: ['bridge', 'host', 'awsvpc', 'none'],
	propagateTags: ['TASK_DEFINITION', 'SERVICE', 'NONE'],
	requiresCompatibilities: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'],
	schedulingStrategy: ['REPLICA', 'DAEMON'],
	sort: ['ASC', 'DESC'],
	stopType: ['ABORT', 'ROLLBACK'],
};

const OF_OPERATION: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	DescribeClusters: { include: ['ATTACHMENTS', 'CONFIGURATIONS', 'SETTINGS', 'STATISTICS', 'TAGS'] },
	DescribeServices: { include: ['TAGS'] },
	DescribeTasks: { include: ['TAGS'] },
	DescribeTaskDefinition: { include: ['TAGS'] },
	DescribeCapacityProviders: { include: ['TAGS'] },
	DescribeContainerInstances: { include: ['TAGS', 'CONTAINER_INSTANCE_HEALTH'] },
	ContinueServiceDeployment: { action: ['CONTINUE', 'ROLLBACK'] },
	ListAccountSettings: {
		name: [
			'awsvpcTrunking',
			'containerInsights',
			'containerInstanceLongArnFormat',
			'defaultLogDriverMode',
			'dualStackIPv6',
			'fargateFIPSMode',
			'fargateTaskRetirementWaitPeriod',
			'guardDutyActivate',
			'serviceLongArnFormat',
			'tagResourceAuthorization',
			'taskLongArnFormat',
		],
	},
	ListTaskDefinitions: { status: ['ACTIVE', 'INACTIVE', 'DELETE_IN_PROGRESS'] },
	ListTaskDefinitionFamilies: { status: ['ACTIVE', 'INACTIVE', 'ALL'] },
	ListContainerInstances: {
		status: ['ACTIVE', 'DRAINING', 'REGISTERING', 'DEREGISTERING', 'REGISTRATION_FAILED'],
	},
	ListServiceDeployments: {
		status: [
			'PENDING',
			'SUCCESSFUL',
			'STOPPED',
			'STOP_REQUESTED',
			'IN_PROGRESS',
			'ROLLBACK_REQUESTED',
			'ROLLBACK_IN_PROGRESS',
			'ROLLBACK_SUCCESSFUL',
			'ROLLBACK_FAILED',
		],
	},
};

/**
 * Refuses values that a member of the request cannot have. The SDK's schemas do not carry them.
 * @throws {AwsFault} InvalidParameterException
 */
export function checkEnums(operation: string, input: object): void {
	const values = { ...SHARED, ...OF_OPERATION[operation] };
	for (const [member, value] of Object.entries(input)) {
		const allowed = values[member];
		if (allowed && ![value].flat().every((each) => each === undefined || allowed.includes(String(each))))
			throw notValid();
	}
}
