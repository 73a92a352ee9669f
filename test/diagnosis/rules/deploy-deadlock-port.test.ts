import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { deployDeadlockPort } from '../../../src/diagnosis/rules/deploy-deadlock-port.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago } from '../checkout.ts';
import { aMachine, OTHER, provider, revision, rolling, SAYS } from './capacity.ts';

const TAKEN = aMachine({ remaining: { memory: 1024, takenPorts: ['22', '80'] } });
const SECOND = aMachine({ containerInstanceArn: OTHER, remaining: { memory: 1024, takenPorts: ['22', '80'] } });
const on = (containerInstanceArn: string) => aTask('web', containerInstanceArn.slice(-4), { containerInstanceArn });
const DEFINITIONS = { ...revision(43, { hostPort: 80 }), ...revision(44, { hostPort: 80 }) };

const stuck = (changes: Partial<Evidence> = {}): Evidence => ({
	service: rolling([1, 0, 1], {}, [
		[3, SAYS.port],
		[9, SAYS.port],
		[60, SAYS.steady],
	]),
	tasks: [on(TAKEN.containerInstanceArn)],
	instances: [TAKEN],
	taskDefinitions: DEFINITIONS,
	...changes,
});

test('names the port, the type, how many are missing, and since when ECS has said so', () => {
	expect(deployDeadlockPort(stuck())).toMatchObject([
		{
			id: 'x-deploy-deadlock-port',
			severity: 'high',
			confidence: 'high',
			sentence:
				'needs 1 more t3.small: port 80 is taken on the only instance by the old revision; ECS may neither stop it (min 100 %) nor start beside it',
			since: ago(9),
			ruledOut: ['CPU and memory are not short: 1024 CPU units and 1 GB are free on i-0ab1'],
		},
	]);
});

test('of three tasks, one more instance is enough, or two thirds that stay', () => {
	const service = rolling([3, 0, 3], {}, [[3, SAYS.port]]);
	const tasks = [on(TAKEN.containerInstanceArn), on(SECOND.containerInstanceArn)];
	const [found] = deployDeadlockPort(
		stuck({ service, tasks, instances: [TAKEN, SECOND], capacityProviders: provider() }),
	);
	expect(found?.sentence).toBe(
		'needs 1 more t3.small: port 80 is taken on both instances by the old revision; ECS may neither stop one (min 100 %) nor start beside it',
	);
	expect(found?.next).toMatchObject([
		{
			text: 'Add 1 t3.small: web-ecs from 2 to 3, past its maximum of 2',
			command:
				'aws autoscaling update-auto-scaling-group --region ap-northeast-1 --auto-scaling-group-name web-ecs --max-size 3 --desired-capacity 3',
		},
		{
			text: 'Or let one task stop first, minimumHealthyPercent 100 → 66: 2 tasks of 3 carry the load meanwhile',
			command:
				'aws ecs update-service --cluster prod --region ap-northeast-1 --service web --deployment-configuration \'{"minimumHealthyPercent":66,"maximumPercent":200}\'',
		},
		{ binding: 'act.rollback' },
		{},
	]);
});

test('without the tasks it is likely, not sure', () => {
	expect(deployDeadlockPort(stuck({ tasks: undefined }))).toMatchObject([{ confidence: 'medium' }]);
});

test('is none where an old task may stop, another instance has the port free, or the port changes', () => {
	const deploymentConfiguration = { minimumHealthyPercent: 0, maximumPercent: 200 };
	const service = rolling([1, 0, 1], { deploymentConfiguration }, [[3, SAYS.port]]);
	expect(deployDeadlockPort(stuck({ service }))).toEqual([]);
	const free = aMachine({ containerInstanceArn: OTHER, remaining: { memory: 1024 } });
	expect(deployDeadlockPort(stuck({ instances: [TAKEN, free] }))).toEqual([]);
	const taskDefinitions = { ...revision(43, { hostPort: 80 }), ...revision(44, { hostPort: 8080 }) };
	expect(deployDeadlockPort(stuck({ taskDefinitions }))).toEqual([]);
});

test('is none where somebody else has the port, ECS says something else, or all is steady again', () => {
	expect(deployDeadlockPort(stuck({ instances: [TAKEN, SECOND] }))).toEqual([]);
	expect(deployDeadlockPort(stuck({ service: rolling([1, 0, 1], {}, [[3, SAYS.memory]]) }))).toEqual([]);
	const steady = rolling([1, 0, 1], {}, [
		[1, SAYS.steady],
		[3, SAYS.port],
	]);
	expect(deployDeadlockPort(stuck({ service: steady }))).toEqual([]);
});

test('nothing is concluded from what was not read', () => {
	expect(deployDeadlockPort(stuck({ instances: undefined }))).toEqual([]);
	expect(deployDeadlockPort(stuck({ taskDefinitions: undefined }))).toEqual([]);
	expect(deployDeadlockPort(stuck({ taskDefinitions: revision(44, { hostPort: 80 }) }))).toEqual([]);
});
