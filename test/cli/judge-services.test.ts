import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Aws } from '../../src/aws/aws.ts';
import { judgeServices } from '../../src/cli/judge-services.ts';
import type { Task } from '../../src/model/task.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { failing, fakeAws } from '../store/fake-aws.ts';

/** Judges services of which all are short of tasks. */
async function judge(names: readonly string[], calls: Partial<Aws>) {
	const asked: string[] = [];
	const aws = fakeAws({
		taskDefinition: async (taskDefinitionArn) => ({
			taskDefinitionArn,
			family: 'checkout',
			revision: 43,
			status: 'ACTIVE',
			containerDefinitions: [],
			document: {},
		}),
		...calls,
		tasks: async (_cluster, { serviceName, desiredStatus }) => {
			asked.push(`${serviceName ?? 'all'} ${desiredStatus}`);
			return desiredStatus === 'RUNNING' ? names.map((name) => aTask(name, `${name}-1`)) : [];
		},
	});
	let said = '';
	const stderr = new Writable({
		write(chunk: Buffer, _encoding, done) {
			said += chunk.toString();
			done();
		},
	});
	const services = names.map((name) =>
		aService(name, {
			desiredCount: 4,
			runningCount: 1,
			loadBalancers: [{ targetGroupArn: `arn:tg/${name}`, containerName: 'app', containerPort: 80 }],
		}),
	);
	const io = {
		stdout: stderr,
		stderr,
		env: {},
		signal: new AbortController().signal,
		wait: async () => {},
		now: () => 0,
	};
	const judged = await judgeServices(aws, services, io, { onCount: () => {} });
	return { asked, judged: [...judged.values()], said };
}

test('asks once for all running tasks of a cluster where much is wrong', async () => {
	const { asked } = await judge(['checkout', 'payments', 'search'], {});
	expect(asked.toSorted()).toEqual(['all RUNNING', 'all STOPPED']);
});

test('asks for the tasks of the one service that is wrong', async () => {
	expect((await judge(['checkout'], {})).asked.toSorted()).toEqual(['all STOPPED', 'checkout RUNNING']);
});

test('names the service whose target group is gone, and no other', async () => {
	const { said, judged } = await judge(['checkout', 'payments'], {
		targetHealth: async (arn) => {
			if (arn.endsWith('payments')) throw failing('not-found');
			return [];
		},
	});
	expect(said.match(/STATE and WHY.*?:/gu)).toEqual(['STATE and WHY of payments are judged without target health:']);
	expect(judged.map(({ without }) => without)).toEqual([[], ['target health']]);
});

const NOW = Date.UTC(2026, 10, 20, 12);
const io = {
	stdout: new PassThrough(),
	stderr: new PassThrough(),
	env: {},
	signal: new AbortController().signal,
	wait: async () => {},
	now: () => NOW,
};

const dead = (id: string, changes: Partial<Task> = {}): Task =>
	aTask('checkout', id, {
		lastStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppingAt: NOW - 60_000,
		containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
		...changes,
	});

test('counts a task once that ends between the two lists of tasks', async () => {
	const ending = dead('b', { lastStatus: 'DEPROVISIONING' });
	const aws = fakeAws({
		tasks: async (_cluster, { desiredStatus }) =>
			desiredStatus === 'RUNNING' ? [ending] : [dead('a'), { ...ending, lastStatus: 'STOPPED' }],
	});
	const checkout = aService('checkout', { runningCount: 1 });
	const judged = await judgeServices(aws, [checkout], io, { onCount: () => {} });
	expect(judged.get(checkout.serviceArn)?.attention.reason).toBe('1 of 2 running');
});
