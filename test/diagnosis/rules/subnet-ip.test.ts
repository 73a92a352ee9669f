import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { subnetIp } from '../../../src/diagnosis/rules/subnet-ip.ts';
import type { Subnet } from '../../../src/model/subnet.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, NOW } from '../checkout.ts';
import { SAYS, web } from './capacity.ts';

const subnet = (id: string, availableIpAddressCount: number): Subnet => ({
	subnetId: `subnet-${id}`,
	availabilityZone: `ap-northeast-1${id.at(-1)}`,
	availableIpAddressCount,
});
const NETWORK = { network: { subnets: ['subnet-0a', 'subnet-0c'], securityGroups: [] }, launchType: 'FARGATE' };
const FULL =
	"Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0a': InsufficientFreeAddressesInSubnet";
const stopped = (minutes: number, stoppedReason = FULL) =>
	aTask('web', `s${minutes}`, {
		lastStatus: 'STOPPED',
		stopCode: 'TaskFailedToStart',
		stoppedReason,
		stoppedAt: ago(minutes),
	});
const judge = (changes: Partial<Evidence> = {}) =>
	subnetIp({ service: web(NETWORK), subnets: [subnet('0a', 0), subnet('0c', 40)], ...changes }, NOW);

test('tasks that got no address: how many, in which subnet, and which has some left', () => {
	expect(judge({ tasks: [stopped(2), stopped(9)] })).toMatchObject([
		{
			id: 'x-subnet-ip',
			severity: 'high',
			confidence: 'high',
			sentence: '2 tasks could not start: no free address in subnet-0a',
			since: ago(9),
			ruledOut: ['Not the other subnets: subnet-0c has addresses left'],
		},
	]);
});

test('an event says it as well; without the subnets it is likely, not sure', () => {
	const service = web(NETWORK, [[3, `(service web) was unable to place a task. Reason: ${FULL}.`]]);
	expect(judge({ service, subnets: undefined })).toMatchObject([
		{ confidence: 'medium', sentence: 'tasks cannot start: no free address in subnet-0a', since: ago(3) },
	]);
});

test('it is over when all run, when it was long ago, and where the reason is another', () => {
	const healthy = [subnet('0a', 40), subnet('0c', 40)];
	const service = web({ ...NETWORK, runningCount: 4, deployments: [] });
	expect(judge({ service, tasks: [stopped(2)], subnets: healthy })).toEqual([]);
	expect(judge({ tasks: [stopped(61)], subnets: healthy })).toEqual([]);
	expect(judge({ tasks: [stopped(2, 'Essential container in task exited')], subnets: healthy })).toEqual([]);
	const steady = web(NETWORK, [
		[1, SAYS.steady],
		[3, `(service web) was unable to place a task. Reason: ${FULL}.`],
	]);
	expect(judge({ service: steady, subnets: healthy })).toEqual([]);
});

test('a full subnet is worth a word at rest, and more while a task is missing', () => {
	const service = web({ ...NETWORK, runningCount: 4, deployments: [] });
	expect(judge({ service })).toMatchObject([
		{ severity: 'info', sentence: 'subnet-0a has no free address: a task that lands there fails to start' },
	]);
	expect(judge()).toMatchObject([{ severity: 'high', confidence: 'medium' }]);
});

test('too few for the next deployment is worth a word', () => {
	const service = web({ ...NETWORK, runningCount: 4, deployments: [] });
	expect(judge({ service, subnets: [subnet('0a', 1), subnet('0c', 2)] })).toMatchObject([
		{ severity: 'info', sentence: 'subnet-0a and subnet-0c have 3 free: a deployment starts up to 4 more tasks' },
	]);
	expect(judge({ service, subnets: [subnet('0a', 2), subnet('0c', 2)] })).toEqual([]);
});

test('nothing is concluded where tasks have no address of their own, or nothing was read', () => {
	expect(judge({ service: web(), tasks: [stopped(2)] })).toEqual([]);
	expect(judge({ subnets: undefined })).toEqual([]);
	expect(judge({ subnets: [] })).toEqual([]);
});
