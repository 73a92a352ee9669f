import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import type { CapacityProvider } from '../../../src/model/cluster-capacity.ts';
import type { ContainerInstance } from '../../../src/model/container-instance.ts';
import type { MetricSeries } from '../../../src/model/metrics.ts';
import type { ScalingActivity } from '../../../src/model/scaling-activity.ts';
import type { ScalingPolicy, ServiceScaling } from '../../../src/model/scaling.ts';
import type { Deployment, Service } from '../../../src/model/service.ts';
import type { TaskDefinition } from '../../../src/model/task-definition.ts';
import { aService } from '../../fixtures/a-service.ts';
import { anInstance } from '../../fixtures/an-instance.ts';
import { MINUTE, taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, events, NOW } from '../checkout.ts';

const CANNOT = '(service web) was unable to place a task because no container instance met all of its requirements.';
const CLOSEST = 'The closest matching (container-instance 1a2b)';
const GUIDE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';

/** What ECS writes (Amazon ECS developer guide, service event messages). */
export const SAYS = {
	port: `${CANNOT} ${CLOSEST} is already using a port required by your task. ${GUIDE}`,
	memory: `${CANNOT} ${CLOSEST} has insufficient memory available. ${GUIDE}`,
	cpu: `${CANNOT} ${CLOSEST} has insufficient CPU units available. ${GUIDE}`,
	attribute: `${CANNOT} ${CLOSEST} is missing an attribute required by your task. ${GUIDE}`,
	agent: `${CANNOT} ${CLOSEST} encountered error "AGENT". ${GUIDE}`,
	none: `${CANNOT} Reason: No Container Instances were found in your cluster. ${GUIDE}`,
	steady: '(service web) has reached a steady state.',
	started: '(service web) has started 1 tasks: (task 0bba7d).',
} as const;

/** Events, newest first, in minutes before now. */
type Told = readonly (readonly [minutes: number, message: string])[];

/** An instance of four tasks of 256 units and 512 MiB, full; a test says what is different. */
export function aMachine(changes: Parameters<typeof anInstance>[0] = {}): ContainerInstance {
	return anInstance({
		instanceType: 't3.small',
		registered: { cpu: 2048, memory: 2048 },
		...changes,
		remaining: { cpu: 1024, memory: 0, ...changes.remaining },
	});
}

export const OTHER = 'arn:aws:ecs:ap-northeast-1:111122223333:container-instance/prod/3c4d';

/** A revision of web: 256 units, 512 MiB, and a port of the host where one is given. */
export function revision(number: number, { hostPort = 0, ...more }: { hostPort?: number; memory?: string } = {}) {
	const arn = taskDefinitionArn('web', number);
	const container = { name: 'web', image: 'web', essential: true, portMappings: [{ containerPort: 80, hostPort }] };
	const definition: TaskDefinition = {
		taskDefinitionArn: arn,
		family: 'web',
		revision: number,
		status: 'ACTIVE',
		containerDefinitions: [container],
		document: { cpu: '256', memory: '512', networkMode: 'bridge', containerDefinitions: [container], ...more },
	};
	return { [arn]: definition };
}

/** Two of four tasks run on instances; nothing rolls. */
export function web(changes: Partial<Service> = {}, told: Told = []): Service {
	const [only] = aService('web').deployments;
	const primary: Deployment[] = only ? [{ ...only, desiredCount: 4, runningCount: 2, createdAt: ago(600) }] : [];
	return aService('web', {
		launchType: 'EC2',
		desiredCount: 4,
		runningCount: 2,
		deployments: primary,
		events: events(...told),
		...changes,
	});
}

/** Revision 44 comes in beside 43: what runs of each, of how many. */
export function rolling(
	[old, next, desired]: readonly [old: number, next: number, desired: number],
	changes: Partial<Service> = {},
	told: Told = [],
): Service {
	const deployment = (number: number, runningCount: number, more: Partial<Deployment>): Deployment => ({
		id: `ecs-svc/${number}`,
		status: 'ACTIVE',
		taskDefinition: taskDefinitionArn('web', number),
		desiredCount: desired,
		runningCount,
		pendingCount: 0,
		failedTasks: 0,
		rolloutState: 'COMPLETED',
		createdAt: ago(600),
		...more,
	});
	return web({
		desiredCount: desired,
		runningCount: old + next,
		deployments: [
			deployment(44, next, { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', createdAt: ago(12) }),
			deployment(43, old, {}),
		],
		events: events(...told),
		...changes,
	});
}

/** The group `web-ecs`, two of at most two; managed, unless a test says otherwise. */
export function provider(
	group: Partial<NonNullable<CapacityProvider['group']>> = {},
	enabled = true,
): readonly CapacityProvider[] {
	const base = { name: 'web-ecs', minSize: 1, maxSize: 2, desiredCapacity: 2, inService: 2, activities: [] };
	return [{ name: 'web-ec2', group: { ...base, ...group }, managedScaling: { enabled, targetCapacity: 100 } }];
}

export const BY_PROVIDER = { capacityProviderStrategy: [{ capacityProvider: 'web-ec2', weight: 1, base: 0 }] } as const;

/** Tracks CPU at a target, between bounds. */
export function scalingOf(
	[min, max]: readonly [min: number, max: number],
	policy: Partial<ScalingPolicy> = {},
): ServiceScaling {
	const resourceId = 'service/prod/web';
	const suspended = { scaleIn: false, scaleOut: false, scheduled: false };
	return {
		target: { resourceId, minCapacity: min, maxCapacity: max, suspended },
		policies: [
			{
				resourceId,
				policyName: 'cpu',
				policyType: 'TargetTrackingScaling',
				metricType: 'ECSServiceAverageCPUUtilization',
				targetValue: 60,
				...policy,
			},
		],
	};
}

/** The last minutes, the newest last. */
export function series(...values: readonly (number | null)[]): MetricSeries {
	return { startedAt: ago(values.length), periodMs: MINUTE, values };
}

/** CPU as given; of memory nothing is known. */
export const cpu = (...values: readonly (number | null)[]): NonNullable<Evidence['metrics']> => ({
	cpu: series(...values),
	memory: series(),
});

/** What Application Auto Scaling did so many minutes ago (user guide, scaling activities). */
export function scaled(minutes: number, to: number, changes: Partial<ScalingActivity> = {}): ScalingActivity {
	return {
		activityId: `${minutes}`,
		description: `Setting desired count to ${to}.`,
		cause: 'monitor alarm TargetTracking-service/prod/web-AlarmHigh-1 in state ALARM triggered policy cpu',
		startTime: NOW - minutes * MINUTE,
		statusCode: 'Successful',
		notScaledReasons: [],
		...changes,
	};
}
