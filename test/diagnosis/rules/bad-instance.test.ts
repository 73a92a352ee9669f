import { expect, test } from 'vitest';
import { badInstance } from '../../../src/diagnosis/rules/bad-instance.ts';
import type { Diagnosed } from '../../../src/diagnosis/finding.ts';
import type { Task } from '../../../src/model/task.ts';
import { aService, aTask } from '../../fixtures/a-service.ts';
import { serviceArn } from '../../fixtures/shop.ts';
import { ago, NOW } from '../checkout.ts';
import { aMachine, OTHER } from './capacity.ts';

const BAD = aMachine();
const WELL = aMachine({ containerInstanceArn: OTHER, ec2InstanceId: 'i-0cd2' });
const failed = (service: string, minutes: number, changes: Partial<Task> = {}) =>
	aTask(service, `${service}${minutes}`, {
		lastStatus: 'STOPPED',
		stopCode: 'TaskFailedToStart',
		stoppedReason: 'Timeout waiting for network interface provisioning to complete.',
		stoppedAt: ago(minutes),
		containerInstanceArn: BAD.containerInstanceArn,
		...changes,
	});
const of = (name: string, tasks: readonly Task[]): Diagnosed => ({
	evidence: { service: aService(name), tasks, instances: [BAD, WELL] },
	findings: [],
});
const FAILURES = [of('cart', [failed('cart', 3), failed('cart', 20)]), of('search', [failed('search', 9)])];

test('names the instance, whom it hurts, and how to drain it', () => {
	expect(badInstance(FAILURES, NOW)).toMatchObject([
		{
			id: 'x-bad-instance',
			severity: 'warning',
			sentence: '3 tasks of 2 services failed on i-0ab1 in the last hour, and not on other instances',
			serviceArns: [serviceArn('cart'), serviceArn('search')],
			since: ago(20),
			evidence: ['cart', 'search', 'cart'].map((name) => ({ serviceArn: serviceArn(name) })),
			next: [{ command: expect.stringMatching(/--container-instances 1a2b --status DRAINING$/u) }],
		},
	]);
});

test('a reason may be that of a container', () => {
	const slow = {
		stoppedReason: 'Task failed to start',
		containers: [
			{
				name: 'app',
				lastStatus: 'STOPPED',
				reason: 'DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s',
			},
		],
	};
	const services = [
		of('cart', [failed('cart', 3, slow), failed('cart', 4, slow)]),
		of('search', [failed('search', 9)]),
	];
	expect(badInstance(services, NOW)).toHaveLength(1);
});

test('is none for one service alone, for few, long ago, for failures of the task itself, or all over', () => {
	expect(
		badInstance(
			[
				of(
					'cart',
					[3, 5, 9].map((minutes) => failed('cart', minutes)),
				),
			],
			NOW,
		),
	).toEqual([]);
	expect(badInstance([of('cart', [failed('cart', 3)]), of('search', [failed('search', 9)])], NOW)).toEqual([]);
	expect(
		badInstance([of('cart', [failed('cart', 63), failed('cart', 3)]), of('search', [failed('search', 9)])], NOW),
	).toEqual([]);
	const own = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
	expect(
		badInstance(
			[of('cart', [failed('cart', 3, own), failed('cart', 4, own)]), of('search', [failed('search', 9)])],
			NOW,
		),
	).toEqual([]);
	const elsewhere = [2, 4].map((minutes) => failed('payments', minutes, { containerInstanceArn: OTHER }));
	expect(badInstance([...FAILURES, of('payments', elsewhere)], NOW)).toEqual([]);
});

test('is none where there is no other instance that fares better, or nothing was read', () => {
	const alone = FAILURES.map(({ evidence, findings }) => ({ evidence: { ...evidence, instances: [BAD] }, findings }));
	expect(badInstance(alone, NOW)).toEqual([]);
	expect(badInstance([{ evidence: { service: aService('cart') }, findings: [] }], NOW)).toEqual([]);
	expect(badInstance([], NOW)).toEqual([]);
});
