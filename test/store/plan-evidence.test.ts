import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import type { TaskDefinition } from '../../src/model/task-definition.ts';
import { EMPTY_PICTURE, type Picture, type Topic } from '../../src/store/picture.ts';
import { planReadings } from '../../src/store/plan-readings.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { PROD, serviceArn, taskDefinitionArn } from '../fixtures/shop.ts';
import { aReadingContext } from './a-reading-context.ts';

const MINUTE = 60_000;
const checkout = serviceArn('checkout');
const loadBalancers = [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 8080 }];
const network = { subnets: ['subnet-1'], securityGroups: [] };
const full = aService('checkout', {
	launchType: 'EC2',
	loadBalancers,
	network,
	deploymentConfiguration: {
		minimumHealthyPercent: 100,
		maximumPercent: 200,
		alarms: { enable: true, rollback: true, alarmNames: ['errors'] },
	},
});
const target = {
	resourceId: 'service/prod/checkout',
	minCapacity: 2,
	maxCapacity: 6,
	suspended: { scaleIn: false, scaleOut: false, scheduled: false },
};
const WHOLE: Topic = { kind: 'services', clusterArn: PROD };
const EVIDENCE: Topic = { kind: 'evidence', serviceArn: checkout };

function pictureOf(service: Service, changes: Partial<Picture> = {}): Picture {
	return {
		...EMPTY_PICTURE,
		services: { [PROD]: { value: { [service.serviceArn]: service }, readAt: 1 } },
		scaling: { [service.serviceArn]: { value: { target, policies: [] }, readAt: 1 } },
		...changes,
	};
}

/** Key and rate of what is read for the topics, without what is read for any cluster. */
function plan(picture: Picture, ...topics: readonly Topic[]): Readonly<Record<string, number>> {
	const readings = planReadings(
		aReadingContext(() => picture),
		topics,
	);
	return Object.fromEntries(
		readings
			.filter(({ keys }) => !keys.includes(PROD) || !topics.includes(WHOLE))
			.map(({ key, every }) => [key, every]),
	);
}

function inTrouble(service: Service): Service {
	return { ...service, deployments: service.deployments.map((one) => ({ ...one, failedTasks: 3 })) };
}

const definition = (arn: string): TaskDefinition => ({
	taskDefinitionArn: arn,
	family: 'checkout',
	revision: 43,
	status: 'ACTIVE',
	containerDefinitions: [
		{
			name: 'app',
			image: 'app',
			essential: true,
			portMappings: [],
			logs: { logDriver: 'awslogs', group: '/ecs/checkout', region: 'eu-west-1', streamPrefix: 'ecs' },
		},
	],
	document: {},
});

test('reads all that tells why a service is as it is', () => {
	expect(plan(pictureOf(full), EVIDENCE)).toEqual({
		[`tasks ${checkout}`]: 10_000,
		'target groups tg': MINUTE,
		[`task definition ${full.taskDefinition}`]: MINUTE,
		[`scalingActivities ${checkout}`]: 30_000,
		[`scheduledActions ${checkout}`]: MINUTE,
		[`alarms ${checkout}`]: 15_000,
		[`subnets ${checkout}`]: MINUTE,
		[`containerInstances ${PROD}`]: 30_000,
		[`capacityProviders ${PROD}`]: 30_000,
	});
});

test('reads nothing that such a service does not have', () => {
	const plain = aService('checkout', { launchType: 'FARGATE' });
	expect(plan(pictureOf(plain, { scaling: { [checkout]: { value: null } } }), EVIDENCE)).toEqual({
		[`tasks ${checkout}`]: 10_000,
		[`task definition ${plain.taskDefinition}`]: MINUTE,
	});
});

test('leaves what a screen shows at the pace of that screen', () => {
	const topics: readonly Topic[] = [EVIDENCE, { kind: 'tasks', serviceArn: checkout }];
	expect(plan(pictureOf(full), ...topics)).toMatchObject({ [`tasks ${checkout}`]: 2_500 });
});

test('reads slowly why a service is in trouble that nobody has selected', () => {
	expect(plan(pictureOf(inTrouble(full)), WHOLE)).toMatchObject({
		[`tasks ${checkout}`]: MINUTE,
		'target groups tg': 5 * MINUTE,
		[`scalingActivities ${checkout}`]: 2 * MINUTE,
		[`alarms ${checkout}`]: MINUTE,
		[`subnets ${checkout}`]: 5 * MINUTE,
	});
	expect(plan(pictureOf(inTrouble(full)), WHOLE, EVIDENCE)).toMatchObject({ [`alarms ${checkout}`]: 15_000 });
});

test('a cluster without trouble costs nothing more', () => {
	expect(Object.keys(plan(pictureOf(full), WHOLE))).toEqual(['target health tg']);
});

test('reads each revision that matters once: before, and of the tasks that died', () => {
	const dead = aTask('checkout', 'dead', {
		lastStatus: 'STOPPED',
		taskDefinitionArn: taskDefinitionArn('checkout', 41),
	});
	const sources = [taskDefinitionArn('checkout', 42)];
	const history = [
		{ serviceDeploymentArn: 'd', serviceArn: checkout, status: 'SUCCESSFUL', sourceTaskDefinitions: sources },
	];
	const picture = pictureOf(full, {
		serviceDeployments: { [checkout]: { value: history } },
		tasks: { [checkout]: { value: { [dead.taskArn]: dead } } },
		taskDefinitions: { [full.taskDefinition]: { value: definition(full.taskDefinition) } },
	});
	const definitions = Object.keys(plan(picture, EVIDENCE)).filter((key) => key.startsWith('task definition'));
	expect(definitions).toEqual([41, 42].map((revision) => `task definition ${taskDefinitionArn('checkout', revision)}`));
});

test('reads the last lines of three tasks that died, of another revision first, and each once', () => {
	const dead = [1, 2, 3, 4, 5].map((stoppedAt) =>
		aTask('checkout', `t${stoppedAt}`, {
			lastStatus: 'STOPPED',
			stoppedAt,
			startedAt: 0,
			stopCode: 'EssentialContainerExited',
			taskDefinitionArn: taskDefinitionArn('checkout', stoppedAt === 1 ? 42 : 43),
			containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
		}),
	);
	const arns = [42, 43].map((revision) => taskDefinitionArn('checkout', revision));
	const picture = pictureOf(full, {
		tasks: { [checkout]: { value: Object.fromEntries(dead.map((task) => [task.taskArn, task])) } },
		taskDefinitions: Object.fromEntries(arns.map((arn) => [arn, { value: definition(arn) }])),
	});
	const lines = (of: Picture) =>
		Object.keys(plan(of, EVIDENCE)).flatMap((key) => (key.startsWith('last lines') ? [key.slice(-2)] : []));
	expect(lines(picture)).toEqual(['t5', 't1', 't4']);
	const [newest] = dead.toReversed();
	expect(lines({ ...picture, lastLines: { [newest?.taskArn ?? '']: { value: [] } } })).toEqual(['t1', 't4']);
});
