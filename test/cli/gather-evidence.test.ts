import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Aws } from '../../src/aws/aws.ts';
import { type GatherOptions, gatherEvidence } from '../../src/cli/gather-evidence.ts';
import type { Service } from '../../src/model/service.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { serviceArn, taskDefinitionArn } from '../fixtures/shop.ts';
import { failing, fakeAws } from '../store/fake-aws.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const network = { subnets: ['subnet-1'], securityGroups: [] };
const subnet = { subnetId: 'subnet-1', availabilityZone: 'a', availableIpAddressCount: 3 };
const logs = { logDriver: 'awslogs', group: '/ecs/checkout', region: 'eu-west-1', streamPrefix: 'ecs' };
const down = (name: string) => aService(name, { runningCount: 0, network });
const dead = aTask('checkout', 'dead', {
	lastStatus: 'STOPPED',
	stoppedAt: NOW - 60_000,
	stoppingAt: NOW - 60_000,
	startedAt: NOW - 120_000,
	stopCode: 'EssentialContainerExited',
	taskDefinitionArn: taskDefinitionArn('checkout', 42),
	containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
});
const event = { eventId: '1', stream: 'ecs/app/dead', timestamp: NOW, ingestedAt: NOW, message: 'panic' };

async function gather(
	services: readonly Service[],
	calls: Partial<Aws> = {},
	lastLines: NonNullable<GatherOptions['lastLines']> = new Set(),
) {
	const stderr = new PassThrough();
	const io = {
		stdout: new PassThrough(),
		stderr,
		env: {},
		signal: new AbortController().signal,
		wait: async () => {},
		now: () => NOW,
	};
	const aws = fakeAws({
		subnets: async () => [subnet],
		taskDefinition: async (arn) => ({
			taskDefinitionArn: arn,
			family: 'checkout',
			revision: 42,
			status: 'ACTIVE',
			containerDefinitions: [{ name: 'app', image: 'app', essential: true, portMappings: [], logs }],
			document: {},
		}),
		tasks: async (_cluster, { desiredStatus }) => (desiredStatus === 'STOPPED' ? [dead] : []),
		logEvents: async () => ({ events: [event] }),
		...calls,
	});
	const gathered = await gatherEvidence(aws, services, io, { onCount: () => {}, lastLines });
	return { gathered, said: String(stderr.read() ?? '') };
}

const of = (result: Awaited<ReturnType<typeof gather>>, name: string) => result.gathered.get(serviceArn(name));

test('of what is not fine all is read that tells why, the revision of the task that died with it', async () => {
	const result = await gather([down('checkout'), aService('search', { network })]);
	const { subnets, taskDefinitions, instances, lastLines } = of(result, 'checkout')?.evidence ?? {};
	expect(subnets).toEqual([subnet]);
	expect(Object.keys(taskDefinitions ?? {})).toEqual(
		[43, 42].map((revision) => taskDefinitionArn('checkout', revision)),
	);
	expect(instances).toEqual([]);
	expect(lastLines).toBeUndefined();
	expect(of(result, 'search')?.evidence.subnets).toBeUndefined();
});

test('the last lines of a dead task are read where they are asked for', async () => {
	const result = await gather([down('checkout')], {}, new Set([serviceArn('checkout')]));
	const lines = of(result, 'checkout')?.evidence.lastLines?.[dead.taskArn];
	expect(lines?.map(({ text }) => text)).toEqual(['panic']);
});

test('what may not be read is said once, and lacked by those it was for', async () => {
	const result = await gather([down('checkout'), down('payments')], {
		subnets: () => Promise.reject(failing('denied')),
	});
	expect(result.said.match(/STATE and WHY.*?:/gu)).toEqual(['STATE and WHY are judged without subnets:']);
	expect([...result.gathered.values()].map(({ without }) => without)).toEqual([['subnets'], ['subnets']]);
});

test('of a cluster the ten that need it most are read in detail', async () => {
	const asked: unknown[] = [];
	const many = Array.from({ length: 12 }, (_, index) => down(`s${index}`));
	await gather(many, { serviceDeployments: async (arn) => (asked.push(arn), []) });
	expect(asked).toHaveLength(10);
});

test('a service that is asked for is read in detail, however well it is', async () => {
	const asked: unknown[] = [];
	const many = [...Array.from({ length: 12 }, (_, index) => down(`s${index}`)), aService('well', { network })];
	const serviceDeployments: Aws['serviceDeployments'] = async (arn) => (asked.push(arn), []);
	const result = await gather(many, { serviceDeployments }, new Set([serviceArn('well')]));
	expect(asked).toHaveLength(11);
	expect(of(result, 'well')?.evidence.subnets).toEqual([subnet]);
});

test('unasked, last lines are read of the worst three of a cluster', async () => {
	const asked: unknown[] = [];
	const many = Array.from({ length: 5 }, (_, index) => down(`s${index}`));
	const tasks: Aws['tasks'] = async (_cluster, { desiredStatus }) =>
		desiredStatus === 'STOPPED'
			? many.map(({ serviceName }) =>
					aTask(serviceName, 'dead', { ...dead, taskArn: `task/prod/${serviceName}`, group: `service:${serviceName}` }),
				)
			: [];
	const logEvents: Aws['logEvents'] = async ({ streams }) => (asked.push(...streams), { events: [event] });
	await gather(many, { tasks, logEvents }, 'of the worst');
	expect(asked).toHaveLength(3);
});
