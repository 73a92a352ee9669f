import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { asgLaunchFailed } from '../../../src/diagnosis/rules/asg-launch-failed.ts';
import type { GroupActivity } from '../../../src/model/cluster-capacity.ts';
import { ago, NOW } from '../checkout.ts';
import { provider, SAYS, web } from './capacity.ts';

const tried = (minutes: number, statusCode: string, statusMessage?: string): GroupActivity => ({
	description: 'Launching a new EC2 instance.',
	cause: 'an instance was started in response to a difference between desired and actual capacity',
	statusCode,
	startTime: ago(minutes),
	...(statusMessage !== undefined && { statusMessage }),
});
const NO_ADDRESS =
	"Launching a new EC2 instance. Status Reason: There are not enough free addresses in subnet 'subnet-0ab1' to satisfy the requested number of instances. Launching EC2 instance failed.";
const FAILED = [tried(2, 'Failed', NO_ADDRESS), tried(5, 'Failed', NO_ADDRESS), tried(90, 'Successful')];

const failing = (group: Parameters<typeof provider>[0] = {}, service = web({}, [[4, SAYS.memory]])): Evidence => ({
	service,
	capacityProviders: provider({ desiredCapacity: 3, maxSize: 4, activities: FAILED, ...group }),
});
const judge = (evidence: Evidence) => asgLaunchFailed(evidence, NOW);

test('says what EC2 said, word for word, since the first of the tries', () => {
	expect(judge(failing())).toMatchObject([
		{
			id: 'asg-launch-failed',
			severity: 'high',
			sentence:
				"web-ecs cannot start an instance (2 of 3 in service, 2 tries failed): There are not enough free addresses in subnet 'subnet-0ab1' to satisfy the requested number of instances",
			since: ago(5),
			next: [
				{
					command:
						'aws autoscaling describe-scaling-activities --region ap-northeast-1 --auto-scaling-group-name web-ecs --max-items 5',
				},
				{ text: 'Give the group a subnet with free addresses' },
			],
		},
	]);
});

test('the same where the cluster has no instance at all', () => {
	const service = web({}, [[4, SAYS.none]]);
	expect(judge(failing({ inService: 0 }, service))).toMatchObject([{ id: 'asg-launch-failed' }]);
});

test('is none once a launch went well, the group has all it wants, or nobody waits for it', () => {
	expect(judge(failing({ activities: [tried(1, 'Successful'), ...FAILED] }))).toEqual([]);
	expect(judge(failing({ desiredCapacity: 2 }))).toEqual([]);
	expect(judge(failing({}, web({ runningCount: 4, deployments: [] })))).toEqual([]);
});

test('a try that is under way neither ends it nor begins it', () => {
	expect(judge(failing({ activities: [tried(0, 'InProgress'), ...FAILED] }))).toHaveLength(1);
	expect(judge(failing({ activities: [tried(0, 'InProgress')] }))).toEqual([]);
});

test('nothing is concluded without the group', () => {
	expect(judge({ service: web({}, [[4, SAYS.memory]]) })).toEqual([]);
});
