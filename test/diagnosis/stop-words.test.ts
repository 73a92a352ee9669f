import { describe, expect, test } from 'vitest';
import { type StoppedTask, stopWords } from '../../src/diagnosis/stop-words.ts';
import type { Container } from '../../src/model/task.ts';

const app = (changes: Partial<Container> = {}): Container => ({ name: 'app', lastStatus: 'STOPPED', ...changes });
const agent = (changes: Partial<Container> = {}): Container => ({ ...app(changes), name: 'datadog-agent' });
const stopped = (changes: Partial<StoppedTask>): StoppedTask => ({ containers: [app()], ...changes });

const exitedWith = (...containers: readonly Container[]) =>
	stopped({ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers });
const byScheduler = (stoppedReason: string, changes: Partial<StoppedTask> = {}) =>
	stopped({ stopCode: 'ServiceSchedulerInitiated', stoppedReason, ...changes });
const notStarted = (stoppedReason: string) => stopped({ stopCode: 'TaskFailedToStart', stoppedReason });

const WORDLESS = 'Essential container in task exited';
const OOM = 'OutOfMemoryError: Container killed due to memory usage';
const TARGET_GROUP = 'arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/checkout-tg/a6d71c9b9c18b389';

describe('says in words why a task stopped', () => {
	test.each<[words: string, task: StoppedTask]>([
		['out of memory, limit 512 MiB', exitedWith(app({ exitCode: 137, reason: OOM, memory: '512' }))],
		['out of memory, limit 1024 MiB', { ...exitedWith(app({ exitCode: 137, reason: OOM })), memory: '1024' }],
		['out of memory (app)', exitedWith(app({ exitCode: 0, reason: OOM }), agent({ exitCode: 143 }))],
		['exit 1, application error', exitedWith(app({ exitCode: 1 }))],
		['exit 1, application error', stopped({ stoppedReason: WORDLESS, containers: [app({ exitCode: 1 })] })],
		['an essential container exited', stopped({ stoppedReason: WORDLESS })],
		['exit 0, finished normally', exitedWith(app({ exitCode: 0 }))],
		['exit 139, crashed with SIGSEGV', exitedWith(app({ exitCode: 139 }))],
		['exit 2, application error (datadog-agent)', exitedWith(app({ exitCode: 143 }), agent({ exitCode: 2 }))],
		['failed its container health check', byScheduler('Task failed container health checks')],
		[
			'failed its container health check (datadog-agent)',
			byScheduler('Task failed container health checks', { containers: [app(), agent({ healthStatus: 'UNHEALTHY' })] }),
		],
		[
			"failed its load balancer's health check (checkout-tg)",
			byScheduler(`Task failed ELB health checks in (target-group ${TARGET_GROUP})`),
		],
		["failed its load balancer's health check (shop)", byScheduler('Task failed ELB health checks in (elb shop)')],
		[
			'replaced by a deployment',
			byScheduler('Scaling activity initiated by (deployment ecs-svc/8646900195280463695)', { startedBy: 'ecs-svc/1' }),
		],
		['scaled in', byScheduler('Scaling activity initiated by (deployment ecs-svc/86)', { startedBy: 'ecs-svc/86' })],
		['stopped by hand', stopped({ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' })],
		['stopped by hand: leaking', stopped({ stopCode: 'UserInitiated', stoppedReason: 'leaking' })],
		[
			'Fargate Spot took its capacity back',
			stopped({ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }),
		],
		[
			'AWS retired its host for maintenance',
			byScheduler('ECS is performing maintenance on the underlying infrastructure hosting the task'),
		],
		['its EC2 instance was stopped', stopped({ stoppedReason: 'Host EC2 (instance i-0859c4764d1218c47) terminated.' })],
		[
			'its image does not exist',
			notStarted(
				'CannotPullContainerError: pull image manifest has been retried 1 time(s): \nfailed to resolve ref ' +
					'111122223333.dkr.ecr.us-east-1.amazonaws.com/checkout:2026: not found',
			),
		],
		[
			'the image behind its tag was deleted from the registry',
			notStarted(
				'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ' +
					'111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout:stable@sha256:9a: not found',
			),
		],
		[
			'its image is not built for this CPU',
			notStarted(
				'CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain ' +
					"descriptor matching platform 'linux/amd64'.",
			),
		],
		['its image could not be pulled', notStarted('CannotPullContainerError: Error response from daem')],
		[
			'it cannot reach the image registry',
			notStarted('The task can’t pull the image. Check your network configuration'),
		],
		[
			'no free address left in the subnet',
			notStarted(
				'Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in ' +
					"subnet 'subnet-0ab1': InsufficientFreeAddressesInSubnet",
			),
		],
		[
			'its secrets or registry credentials could not be read',
			notStarted(
				'TaskFailedToStart: ResourceInitializationError: unable to pull secrets or registry auth: execution re',
			),
		],
		[
			'it cannot reach its secrets or registry',
			notStarted(
				'ResourceInitializationError: unable to pull secrets or registry auth: \nunable to retrieve secret from asm: ' +
					'There is a connection issue between the task and AWS Secrets Manager',
			),
		],
		[
			'its log group does not exist',
			notStarted(
				'ResourceInitializationError:\n\nfailed to validate logger args:\n\nfailed to create CloudWatch log stream:' +
					'\n\nResourceNotFoundException:\n\nThe specified log group does not exist.',
			),
		],
		['Something nobody has seen before', notStarted('Something nobody has seen before')],
		['an essential container exited', exitedWith(app())],
		['NewStopCode', stopped({ stopCode: 'NewStopCode' })],
	])('%s', (words, task) => {
		expect(stopWords(task)).toBe(words);
	});
});

test('has nothing to say about a task that nobody stopped', () => {
	expect(stopWords({ containers: [app()] })).toBeUndefined();
});
