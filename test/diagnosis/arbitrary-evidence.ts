import fc from 'fast-check';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import { safeText } from '../../src/model/safe-text.ts';
import type { Service } from '../../src/model/service.ts';
import type { Container } from '../../src/model/task.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { taskDefinitionArn } from '../fixtures/shop.ts';
import { arbitraryCapacity } from './arbitrary-capacity.ts';
import { arbitraryDefinition } from './arbitrary-definition.ts';
import { maybe, NAMES, someOf, sparse, strange, text, time } from './arbitrary-values.ts';

const STOP_CODES = [
	'TaskFailedToStart',
	'EssentialContainerExited',
	'ServiceSchedulerInitiated',
	'UserInitiated',
	'SpotInterruption',
	'TerminationNotice',
	'InfrastructureHealth',
];

/** AWS's own wordings, with what they name left as it comes (ECS developer guide; amazon-ecs-agent). */
const REASONS = [
	'Essential container in task exited',
	'Task failed container health checks',
	'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/checkout/a6d7)',
	'Task failed ELB health checks in',
	'Scaling activity initiated by (deployment ecs-svc/checkout)',
	'Your Spot Task was interrupted.',
	'Timeout waiting for network interface provisioning to complete.',
	'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/checkout:9: not found',
	'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed',
	"Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-1'",
	'Host EC2 (instance i-0123456789abcdef0) terminated.',
];

const EVENTS = [
	'(service checkout) has reached a steady state.',
	'(service checkout) has started 2 tasks: (task 1) (task 2).',
	'(service checkout) has stopped 1 running tasks: (task 1).',
	'(service checkout) (task 1) failed container health checks.',
	'(service checkout) is unable to consistently start tasks successfully.',
	'(service checkout) was unable to place a task because no container instance met all of its requirements.',
	'(service checkout) was unable to place a task. Reason: Capacity is unavailable at this time.',
	'(service checkout) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) is already using a port required by your task.',
	'(service checkout) (deployment ecs-svc/old) deployment failed: tasks failed to start.',
	'(service checkout) (deployment ecs-svc/checkout) deployment failed: alarm detected.',
	'(service checkout) rolling back to deployment ecs-svc/checkout.',
	'(service checkout) (deployment ecs-svc/checkout) deployment completed.',
	'(service checkout) (port 8080) is unhealthy in (target-group arn) due to (reason Health checks failed).',
];

const count = fc.constantFrom(0, 0, 1, 2, 3, 4, 7, 1_000_000, Number.MAX_SAFE_INTEGER);
const percent = fc.constantFrom(0, 1, 50, 100, 134, 200, 1e9);
const revision = fc.constantFrom(
	...[41, 42, 43].map((number) => taskDefinitionArn('checkout', number)),
	'checkout',
	'',
);
const deploymentId = fc.constantFrom('ecs-svc/checkout', 'ecs-svc/old', 'ecs-svc/new', '');
const health = strange('HEALTHY', 'UNHEALTHY', 'UNKNOWN');

const container: fc.Arbitrary<Container> = sparse(
	{ name: fc.constantFrom(...NAMES), lastStatus: strange('PENDING', 'RUNNING', 'STOPPED') },
	{
		healthStatus: health,
		exitCode: fc.constantFrom(0, 1, 2, 126, 127, 137, 139, 143, 255, -1, 2 ** 31),
		reason: fc.oneof(fc.constantFrom('OutOfMemoryError: Container killed due to memory usage', ...REASONS), text),
		image: text,
		imageDigest: fc.constantFrom('sha256:0123456789abcdef', 'sha256:fedcba9876543210', ''),
		cpu: fc.constantFrom('0', '256', ''),
		memory: fc.constantFrom('512', ''),
	},
);

const task = sparse(
	{
		taskArn: fc.constantFrom('a', 'b', 'c', 'd').map((id) => aTask('checkout', id).taskArn),
		taskDefinitionArn: revision,
		lastStatus: strange('PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING', 'STOPPED'),
		desiredStatus: strange('RUNNING', 'STOPPED'),
		healthStatus: health,
		containers: fc.array(container, { maxLength: 3 }),
	},
	{
		cpu: text,
		memory: text,
		launchType: strange('FARGATE', 'EC2'),
		capacityProviderName: strange('FARGATE', 'FARGATE_SPOT'),
		platformVersion: strange('1.3.0', '1.4.0'),
		availabilityZone: text,
		startedBy: deploymentId,
		createdAt: time,
		pullStartedAt: time,
		pullStoppedAt: time,
		startedAt: time,
		stoppingAt: time,
		executionStoppedAt: time,
		stoppedAt: time,
		stopCode: strange(...STOP_CODES),
		stoppedReason: fc.oneof(fc.constantFrom(...REASONS), text),
		privateIpv4Address: text,
		subnetId: text,
		containerInstanceArn: text,
	},
).map((told) => ({ ...aTask('checkout', 'a'), ...told }));

const deployment = sparse(
	{
		id: deploymentId,
		status: strange('PRIMARY', 'ACTIVE', 'INACTIVE'),
		taskDefinition: revision,
		desiredCount: count,
		runningCount: count,
		pendingCount: count,
		failedTasks: count,
	},
	{
		rolloutState: strange('COMPLETED', 'IN_PROGRESS', 'FAILED'),
		rolloutStateReason: fc.oneof(
			fc.constantFrom(
				'ECS deployment circuit breaker: tasks failed to start.',
				'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/old',
				'ECS deployment ecs-svc/checkout in progress.',
			),
			text,
		),
		createdAt: time,
		updatedAt: time,
	},
);

const event = fc.record({ id: text, createdAt: time, message: fc.oneof(fc.constantFrom(...EVENTS), text) });

const service: fc.Arbitrary<Service> = sparse(
	{
		status: strange('ACTIVE', 'DRAINING', 'INACTIVE'),
		desiredCount: count,
		runningCount: count,
		pendingCount: count,
		taskDefinition: revision,
		schedulingStrategy: strange('REPLICA', 'DAEMON'),
		deploymentController: strange('ECS', 'CODE_DEPLOY', 'EXTERNAL'),
		deployments: fc.array(deployment, { maxLength: 3 }),
		events: fc.array(event, { maxLength: 8 }),
		loadBalancers: fc.array(
			fc.record({ targetGroupArn: text, containerName: fc.constantFrom(...NAMES), containerPort: count }),
			{ maxLength: 2 },
		),
		capacityProviderStrategy: fc.array(fc.record({ capacityProvider: text, weight: count, base: count }), {
			maxLength: 2,
		}),
	},
	{
		launchType: strange('FARGATE', 'EC2'),
		platformVersion: text,
		platformFamily: text,
		deploymentConfiguration: sparse(
			{ minimumHealthyPercent: percent, maximumPercent: percent },
			{
				strategy: strange('ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR'),
				bakeTimeInMinutes: count,
				circuitBreaker: fc.record({ enable: fc.boolean(), rollback: fc.boolean() }),
				alarms: fc.record({ enable: fc.boolean(), rollback: fc.boolean(), alarmNames: someOf(text) }),
			},
		),
		network: fc.record({ subnets: someOf(text), securityGroups: someOf(text) }),
		placementConstraints: someOf(text),
		healthCheckGracePeriodSeconds: count,
		availabilityZoneRebalancing: text,
		createdAt: time,
		taskSets: someOf(
			sparse(
				{
					id: deploymentId,
					status: strange('PRIMARY', 'ACTIVE', 'DRAINING'),
					taskDefinition: revision,
					desiredCount: count,
					runningCount: count,
					pendingCount: count,
				},
				{ stabilityStatus: strange('STEADY_STATE', 'STABILIZING'), scalePercent: percent, createdAt: time },
			),
		),
	},
).map((told) => ({ ...aService('checkout'), ...told }));

const revisionCounts = sparse(
	{ requested: count, running: count, pending: count },
	{ taskDefinition: revision, productionTraffic: percent, testTraffic: percent },
);

const serviceDeployment = sparse(
	{
		serviceDeploymentArn: text,
		serviceArn: fc.constant(aService('checkout').serviceArn),
		status: strange(
			'PENDING',
			'IN_PROGRESS',
			'SUCCESSFUL',
			'STOPPED',
			'ROLLBACK_IN_PROGRESS',
			'ROLLBACK_SUCCESSFUL',
			'ROLLBACK_FAILED',
		),
		sourceTaskDefinitions: someOf(revision),
	},
	{
		statusReason: text,
		createdAt: time,
		startedAt: time,
		finishedAt: time,
		targetTaskDefinition: revision,
		strategy: strange('ROLLING', 'BLUE_GREEN', 'CANARY', 'LINEAR'),
		lifecycleStage: strange('SCALE_UP', 'PRODUCTION_TRAFFIC_SHIFT', 'BAKE_TIME'),
		bakeTimeInMinutes: count,
		target: revisionCounts,
		sources: someOf(revisionCounts),
		hooks: someOf(
			sparse(
				{ targetType: strange('PAUSE', 'AWS_LAMBDA'), status: strange('AWAITING_ACTION', 'SUCCEEDED') },
				{ hookId: text, expiresAt: time, timeoutAction: strange('CONTINUE', 'ROLLBACK') },
			),
		),
		alarms: fc.record({
			status: strange('MONITORING', 'TRIGGERED'),
			alarmNames: someOf(text),
			triggeredAlarmNames: someOf(text),
		}),
		circuitBreaker: fc.record({ status: strange('MONITORING', 'TRIGGERED'), failureCount: count, threshold: count }),
		rollbackReason: text,
		rollbackStartedAt: time,
		rollbackTaskDefinition: revision,
	},
);

/** All that rules judge by, with any of it missing, empty, not known to anybody, in the future or without end. */
export const arbitraryEvidence: fc.Arbitrary<Evidence> = fc
	.record({
		service,
		tasks: maybe(fc.array(task, { maxLength: 8 })),
		history: maybe(fc.array(serviceDeployment, { maxLength: 3 })),
		taskDefinitions: maybe(fc.dictionary(revision, arbitraryDefinition, { maxKeys: 3 })),
		capacity: arbitraryCapacity,
		lastLines: maybe(
			fc.dictionary(
				fc.constantFrom('a', 'b', 'c', 'd').map((id) => aTask('checkout', id).taskArn),
				fc.array(logLine(), { maxLength: 3 }),
				{ maxKeys: 3 },
			),
		),
	})
	.map(({ capacity, ...rest }) => ({ ...rest, ...capacity }));

function logLine() {
	return fc.record({ timestamp: time, said: text }).map(({ timestamp, said }) => ({
		eventId: `${timestamp}`,
		timestamp,
		ingestedAt: timestamp,
		source: {
			region: 'eu-west-1',
			group: 'shop',
			stream: 'app/a',
			container: 'app',
			taskArn: aTask('checkout', 'a').taskArn,
		},
		text: safeText(said),
	}));
}
