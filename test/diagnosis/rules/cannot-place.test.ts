import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { cannotPlace } from '../../../src/diagnosis/rules/cannot-place.ts';
import type { Service } from '../../../src/model/service.ts';
import { ago, NOW } from '../checkout.ts';
import { aMachine, revision, rolling, SAYS, web } from './capacity.ts';

const judge = (service: Service, more: Partial<Evidence> = {}) => cannotPlace({ service, ...more }, NOW);
const said = (message: string, more: Partial<Evidence> = {}) => judge(web({}, [[4, message]]), more)[0];

const FARGATE = { launchType: 'FARGATE', network: { subnets: ['subnet-0a'], securityGroups: [] } };
const CAPACITY =
	'(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.';

describe('what ECS says', () => {
	test('is told with how many tasks it is about, and how large they are', () => {
		expect(said(SAYS.memory)?.sentence).toBe('no instance has enough free memory for 2 tasks');
		expect(said(SAYS.cpu, { taskDefinitions: revision(43) })).toMatchObject({
			id: 'placement-cpu',
			severity: 'high',
			sentence: 'no instance has enough free CPU for 2 tasks of 256 CPU units and 0.5 GB',
			since: ago(4),
			explains: ['x-desired-gap', 'x-start-loop'],
		});
	});

	test('is told with the port', () => {
		expect(said(SAYS.port, { taskDefinitions: revision(43, { hostPort: 80 }) })?.sentence).toBe(
			'port 80 is taken on every instance: 2 tasks cannot start',
		);
	});

	test('is critical where there is no instance, and sure where none was found', () => {
		expect(said(SAYS.none)).toMatchObject({ severity: 'critical', confidence: 'medium' });
		expect(said(SAYS.none, { instances: [] })).toMatchObject({
			id: 'placement-no-instances',
			confidence: 'high',
			sentence: 'there is no instance to run 2 tasks on',
		});
	});

	test('is told with the attribute that no instance has', () => {
		const [arn = '', definition] = Object.entries(revision(43))[0] ?? [];
		if (!definition) throw new Error('there is no revision');
		const requiresAttributes = [{ name: 'ecs.capability.task-eni' }, { name: 'ecs.os-type', value: 'linux' }];
		const taskDefinitions = { [arn]: { ...definition, document: { ...definition.document, requiresAttributes } } };
		const instances = [aMachine({ attributes: [{ name: 'ecs.os-type', value: 'linux' }] })];
		expect(said(SAYS.attribute, { taskDefinitions, instances })).toMatchObject({
			confidence: 'high',
			sentence: 'no instance has what its tasks require: ecs.capability.task-eni',
		});
		expect(said(SAYS.attribute)?.sentence).toBe('no instance has all the attributes that its tasks require');
	});

	test('is told with the instance whose agent is gone, and what restarts it', () => {
		expect(said(SAYS.agent, { instances: [aMachine({ agentConnected: false })] })).toMatchObject({
			confidence: 'high',
			sentence: 'ECS cannot reach the agent of i-0ab1: 2 tasks cannot start there',
			next: [{ command: expect.stringContaining('--instance-ids i-0ab1') }, {}],
		});
	});

	test('of Fargate is told with the zones', () => {
		const subnets = [{ subnetId: 'subnet-0a', availabilityZone: 'ap-northeast-1a', availableIpAddressCount: 9 }];
		const [found] = judge(web(FARGATE, [[4, CAPACITY]]), { subnets, taskDefinitions: revision(43) });
		expect(found).toMatchObject({
			id: 'fargate-capacity',
			sentence: 'Fargate has no capacity in ap-northeast-1a for 2 tasks of 0.25 vCPU and 0.5 GB just now',
		});
	});

	test.each([
		[['FARGATE_SPOT'], 'Fargate Spot has no capacity for 2 tasks just now'],
		[['FARGATE', 'FARGATE_SPOT'], 'Fargate has no capacity for 2 tasks just now'],
	])('of %j names what ran out', (names, sentence) => {
		const { launchType: _, ...service } = web({}, [[4, CAPACITY]]);
		const capacityProviderStrategy = names.map((capacityProvider) => ({ capacityProvider, weight: 1, base: 0 }));
		expect(judge({ ...service, capacityProviderStrategy })[0]?.sentence).toBe(sentence);
	});

	// Amazon ECS developer guide, service event messages and API failure reasons.
	test.each([
		[
			"(service web) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.",
			'fargate-quota',
		],
		[
			'(service web) was unable to place a task. Reason: You’ve reached the limit on the number of tasks you can run concurrently.',
			'fargate-quota',
		],
		[
			'(service web) was unable to place a task. Reason: The requested CPU configuration is above your limit.',
			'fargate-quota',
		],
		['(service web) was unable to place a task. Reason: Internal error.', 'fargate-az-unsupported'],
		[
			'(service web) was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.',
			'provisioning-limit',
		],
		['(service web) could not launch 2 tasks for deployment ecs-svc/1.', 'placement-partial-launch'],
		['(service web) was unable to place a task. Reason: TaskFailedToStart: RESOURCE:ENI.', 'placement-eni'],
		[
			'(service web) was unable to place a task. Reason: TaskFailedToStart: MemberOf placement constraint unsatisfied.',
			'placement-constraint',
		],
		[
			'(service web) was unable to place a task. Reason: TaskFailedToStart: EMPTY CAPACITY PROVIDER.',
			'placement-no-instances',
		],
		[
			'(service web) was unable to place a task because no container instance met all of its requirements.',
			'placement-generic',
		],
		[
			'(service web) Timed out waiting for Amazon ECS Agent to start. Please check logs at /var/log/ecs/ecs-agent.log".',
			'agent-start-timeout',
		],
	])('%s', (message, id) => {
		const found = said(message);
		expect(found?.id).toBe(id);
		expect(found?.next.length).toBeGreaterThan(0);
	});

	test('of another trouble is none of placement', () => {
		const pull = '(service web) was unable to place a task. Reason: CannotPullContainerError: pull access denied.';
		expect(said(pull)).toBeUndefined();
	});
});

describe('what to do', () => {
	const LIMIT =
		'(service web) was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.';
	const commands = (found: ReturnType<typeof said>) => found?.next.flatMap(({ command }) => command ?? []);

	test('is never to scale to zero', () => {
		expect(commands(judge(web({ runningCount: 2 }, [[4, LIMIT]]))[0])).toEqual(['deckwatch scale web 2']);
		expect(commands(judge(web({ runningCount: 0 }, [[4, LIMIT]]))[0])).toEqual([]);
	});

	test('is not to add instances for a daemon: each would want one more task', () => {
		const daemon = { schedulingStrategy: 'DAEMON', deployments: [] };
		const cpu = judge(web(daemon, [[4, SAYS.cpu]]), { taskDefinitions: revision(43) })[0];
		expect(cpu?.sentence).toMatch(/^2 instances lack free CPU for a task of the daemon/u);
		const port = judge(web(daemon, [[4, SAYS.port]]))[0];
		expect(port?.sentence).toBe('the host port of its tasks is taken on 2 instances: a daemon has a task on each');
		for (const found of [cpu, port]) expect(found?.next.map(({ text }) => text).join()).not.toMatch(/\badd\b/iu);
	});

	test('of an agent is pasted only where the machine is one of EC2 that runs Linux', () => {
		const windows = [{ name: 'ecs.os-type', value: 'windows' }];
		const lost = (changes: Parameters<typeof aMachine>[0]) => [aMachine({ agentConnected: false, ...changes })];
		expect(commands(said(SAYS.agent, { instances: lost({}) }))).toHaveLength(1);
		expect(commands(said(SAYS.agent, { instances: lost({ attributes: windows }) }))).toEqual([]);
	});
});

describe('how long it holds', () => {
	test('since the first of the same kind after the last steady state', () => {
		const service = web({}, [
			[2, SAYS.memory],
			[5, SAYS.cpu],
			[9, SAYS.memory],
			[20, SAYS.steady],
			[30, SAYS.memory],
		]);
		expect(judge(service)).toMatchObject([{ id: 'placement-memory', since: ago(9) }]);
	});

	test('silence is no recovery', () => {
		const [found] = judge(
			web({}, [
				[200, SAYS.memory],
				[500, SAYS.steady],
			]),
		);
		expect(found?.ruledOut).toEqual([
			'Not over, though ECS has said nothing of it for 3h20m: it leaves repeats out for up to 6 h, and no steady state came since',
		]);
	});

	test('until a steady state, a finished deployment, or no task is missing', () => {
		expect(
			judge(
				web({}, [
					[1, SAYS.steady],
					[4, SAYS.memory],
				]),
			),
		).toEqual([]);
		expect(
			judge(
				web({}, [
					[1, '(service web) (deployment ecs-svc/44) deployment completed.'],
					[4, SAYS.memory],
				]),
			),
		).toEqual([]);
		expect(judge(web({ runningCount: 4, deployments: [] }, [[4, SAYS.memory]]))).toEqual([]);
		expect(judge(web({ desiredCount: 0, runningCount: 0, deployments: [] }, [[4, SAYS.memory]]))).toEqual([]);
	});

	test('a rollout misses tasks although as many run as should', () => {
		expect(judge(rolling([1, 0, 1], {}, [[4, SAYS.memory]]))).toMatchObject([
			{ sentence: 'no instance has enough free memory for 1 task' },
		]);
	});
});
