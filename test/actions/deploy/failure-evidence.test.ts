import { describe, expect, test } from 'vitest';
import { failureEvidence } from '../../../src/actions/deploy/failure-evidence.ts';
import type { Aws } from '../../../src/aws/aws.ts';
import type { ContainerDefinition } from '../../../src/model/task-definition.ts';
import type { Task } from '../../../src/model/task.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { service } from '../../fixtures/shop-service.ts';
import { NIGHT } from '../../fixtures/shop.ts';
import { failing, fakeAws } from '../../store/fake-aws.ts';
import { subjectOf } from '../../../src/actions/subject.ts';

const SERVICE = service('checkout', { revision: 44, desired: 4 });
const OURS = { deploymentId: 'ecs-svc/44', taskDefinition: 'arn:x', createdAt: NIGHT - 60_000 };

const awslogs = (name: string) => ({
	logDriver: 'awslogs',
	group: `/ecs/${name}`,
	region: 'ap-northeast-1',
	streamPrefix: 'ecs',
});
const container = (name: string, changes: Partial<ContainerDefinition> = {}): ContainerDefinition => ({
	name,
	image: `${name}:1`,
	essential: true,
	portMappings: [],
	logs: awslogs(name),
	...changes,
});

const DEAD: Task = aTask('checkout', '9c01de2f3a4b', {
	startedBy: 'ecs-svc/44',
	desiredStatus: 'STOPPED',
	lastStatus: 'STOPPED',
	stopCode: 'EssentialContainerExited',
	stoppedReason: 'Essential container in task exited',
	startedAt: NIGHT - 30_000,
	stoppedAt: NIGHT,
	containers: [
		{ name: 'agent', lastStatus: 'STOPPED', exitCode: 143 },
		{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 },
	],
});

/** What is said of a deployment whose tasks, containers and logs are these. */
function evidence(calls: Partial<Aws>, containers = [container('app'), container('agent')], events = SERVICE.events) {
	const aws = fakeAws({
		tasks: async () => [DEAD],
		taskDefinition: async () => ({
			taskDefinitionArn: 'arn:x',
			family: 'checkout',
			revision: 44,
			status: 'ACTIVE',
			containerDefinitions: containers,
			document: {},
		}),
		...calls,
	});
	return failureEvidence(aws, subjectOf(SERVICE), OURS, { ...SERVICE, events });
}

const HEAD = 'Its newest stopped task, 9c01de: Essential container in task exited · agent exit 143 · app exit 1';

describe('why a deployment failed', () => {
	test('is told by its newest task, and by the last lines of the container that ended it, cleaned', async () => {
		const line = (timestamp: number, message: string) => ({
			eventId: `${timestamp}`,
			stream: 's',
			timestamp,
			ingestedAt: 0,
			message,
		});
		const asked: unknown[] = [];
		const logEvents: Aws['logEvents'] = async (query) => {
			asked.push(query);
			return { events: [line(2, 'missing STRIPE_KEY\u001b[2J'), line(1, 'starting')] };
		};
		const lines = await evidence({ logEvents });
		expect(lines.slice(0, 2)).toEqual([HEAD, '  app │ starting']);
		expect(lines[2]).toMatch(/^ {2}app │ missing STRIPE_KEY/u);
		expect(lines.join('')).not.toContain('\u001b');
		expect(asked).toMatchObject([{ group: '/ecs/app', streams: ['ecs/app/9c01de2f3a4b'], startTime: NIGHT - 600_000 }]);
	});

	test('says where its lines are, when they are not to be had', async () => {
		const denied = failing('denied', { service: 'logs', operation: 'FilterLogEvents' });
		expect(await evidence({ logEvents: () => Promise.reject(denied) })).toEqual([
			HEAD,
			'  log of app: no permission to look (logs:FilterLogEvents)',
		]);
		expect(await evidence({})).toEqual([HEAD, '  app wrote nothing in its last ten minutes']);
		expect(await evidence({}, [container('app', { logs: { logDriver: 'awsfirelens' } })])).toEqual([
			HEAD,
			'  app writes to awsfirelens, not to CloudWatch Logs',
		]);
	});

	test('is the task alone, where its definition may not be read', async () => {
		expect(await evidence({ taskDefinition: () => Promise.reject(failing('denied')) })).toEqual([HEAD]);
	});

	test('does not say the same twice of an image that could not be pulled', async () => {
		const reason = 'CannotPullContainerError: not found';
		const dead = {
			...DEAD,
			stopCode: 'TaskFailedToStart',
			stoppedReason: reason,
			containers: [{ name: 'app', lastStatus: 'STOPPED', reason }],
		};
		const { startedAt: _, ...never } = dead;
		expect(await evidence({ tasks: async () => [never] })).toEqual([`Its newest stopped task, 9c01de: ${reason}`]);
	});

	test('is unknown when stopped tasks may not be seen', async () => {
		const denied = failing('denied', { operation: 'ListTasks' });
		expect(await evidence({ tasks: () => Promise.reject(denied) })).toEqual([
			'stopped tasks: no permission to look (ecs:ListTasks)',
		]);
	});

	test('is what ECS says, where not even a task could be started', async () => {
		const event = (ago: number, message: string) => ({ id: message, createdAt: NIGHT - ago, message });
		const events = [
			event(1_000, '(service checkout) has started 1 tasks.'),
			event(
				5_000,
				'(service checkout) was unable to place a task because no container instance met all of its requirements.',
			),
			event(90_000, '(service checkout) was unable to place a task, long ago.'),
		];
		expect(await evidence({ tasks: async () => [] }, [], events)).toEqual([
			'ECS says: (service checkout) was unable to place a task because no container instance met all of its requirements.',
		]);
		expect(await evidence({ tasks: async () => [] }, [], [])).toEqual([]);
	});
});
