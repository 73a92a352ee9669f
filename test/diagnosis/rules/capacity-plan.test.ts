import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { capacityPlanRule } from '../../../src/diagnosis/rules/capacity-plan.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, NOW } from '../checkout.ts';
import { aMachine, BY_PROVIDER, OTHER, provider, revision, SAYS, web } from './capacity.ts';

const short = (changes: Partial<Evidence> = {}): Evidence => ({
	service: web({}, [
		[4, SAYS.memory],
		[60, SAYS.steady],
	]),
	instances: [aMachine(), aMachine({ containerInstanceArn: OTHER })],
	taskDefinitions: revision(43),
	...changes,
});
const judge = (evidence: Evidence) => capacityPlanRule(evidence, NOW);

test('counts the instances that are missing, and says what is short', () => {
	expect(judge(short())).toMatchObject([
		{
			id: 'x-capacity-plan',
			severity: 'high',
			confidence: 'high',
			sentence:
				'needs 1 more t3.small: 2 tasks of 256 CPU units and 0.5 GB find no room, memory is short on both instances',
			since: ago(4),
			ruledOut: ['CPU is not short: each of them has enough for one more task'],
		},
	]);
	const service = web({ desiredCount: 12, deployments: [] }, [[4, SAYS.memory]]);
	expect(judge(short({ service }))[0]?.sentence).toMatch(/^needs 3 more t3\.small: 10 tasks/u);
});

test('a fixed port makes it one instance each', () => {
	const taken = { remaining: { memory: 2048, takenPorts: ['80'] } };
	const [found] = judge(
		short({
			service: web({}, [[4, SAYS.port]]),
			instances: [aMachine(taken)],
			taskDefinitions: revision(43, { hostPort: 80 }),
		}),
	);
	expect(found?.sentence).toBe(
		'needs 2 more t3.small: 2 tasks of 256 CPU units and 0.5 GB find no room, port 80 is taken on the only instance',
	);
});

test('tasks that wait for an instance show it before ECS says a word', () => {
	const waiting = [7, 9].map((minutes) =>
		aTask('web', `w${minutes}`, { lastStatus: 'PROVISIONING', createdAt: ago(minutes) }),
	);
	const { launchType: _, ...service } = web(BY_PROVIDER);
	const instances = [aMachine({ capacityProviderName: 'web-ec2' })];
	const evidence = short({ service, tasks: waiting, instances, capacityProviders: provider() });
	expect(judge(evidence)).toMatchObject([
		{
			since: ago(9),
			sentence: expect.stringMatching(/memory is short on the only instance; web-ecs is at its maximum of 2$/u),
		},
	]);
	expect(judge({ ...evidence, tasks: [aTask('web', 'w', { lastStatus: 'PROVISIONING', createdAt: ago(2) })] })).toEqual(
		[],
	);
});

test('a task that is larger than any instance never fits', () => {
	const [found] = judge(short({ taskDefinitions: revision(43, { memory: '4096' }) }));
	expect(found).toMatchObject({
		sentence: 'a task of 256 CPU units and 4 GB never fits on t3.small: memory is short on both instances',
		next: [{ binding: 'act.deploy' }],
	});
});

test('where there is room by now it says so, and is not sure', () => {
	const [found] = judge(short({ instances: [aMachine({ remaining: { memory: 2048 } })] }));
	expect(found).toMatchObject({ confidence: 'low', sentence: expect.stringMatching(/there is room now/u) });
});

test('where the size of an instance is not told, it names no number', () => {
	const { registered: _, ...untold } = aMachine();
	expect(judge(short({ instances: [untold] }))[0]?.sentence).toMatch(/^needs more instances: 2 tasks/u);
});

test('instances that drain or are out of reach are no room', () => {
	const roomy = { remaining: { memory: 2048 } };
	const instances = [
		aMachine(),
		aMachine({ ...roomy, status: 'DRAINING' }),
		aMachine({ ...roomy, agentConnected: false }),
	];
	expect(judge(short({ instances }))[0]?.sentence).toMatch(/on the only instance$/u);
});

test('is none once a steady state came, all run, the trouble is another, or on Fargate', () => {
	expect(
		judge(
			short({
				service: web({}, [
					[1, SAYS.steady],
					[4, SAYS.memory],
				]),
			}),
		),
	).toEqual([]);
	expect(judge(short({ service: web({ runningCount: 4, deployments: [] }, [[4, SAYS.memory]]) }))).toEqual([]);
	expect(judge(short({ service: web({}, [[4, SAYS.attribute]]) }))).toEqual([]);
	expect(judge(short({ service: web({ launchType: 'FARGATE' }, [[4, SAYS.memory]]), instances: undefined }))).toEqual(
		[],
	);
	expect(judge(short({ service: web({ schedulingStrategy: 'DAEMON' }, [[4, SAYS.memory]]) }))).toEqual([]);
});

test('nothing is concluded from what was not read, nor where constraints decide', () => {
	expect(judge(short({ instances: undefined }))).toEqual([]);
	expect(judge(short({ instances: [] }))).toEqual([]);
	expect(judge(short({ taskDefinitions: undefined }))).toEqual([]);
	expect(judge(short({ service: web({ placementConstraints: ['distinctInstance'] }, [[4, SAYS.memory]]) }))).toEqual(
		[],
	);
});
