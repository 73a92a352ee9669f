import { expect, test } from 'vitest';
import { toTask } from '../../../src/aws/shapes/to-task.ts';

const NOON = Date.UTC(2026, 2, 1, 12);
const taskArn = 'arn:aws:ecs:eu-west-1:123456789012:task/prod/77aa10c0ffee4a0f9d1f0e2d3c4b5a69';

test('a stopped task tells why, when, and with which exit codes', () => {
	const task = toTask({
		taskArn,
		group: 'service:checkout',
		lastStatus: 'STOPPED',
		desiredStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
		stoppedAt: new Date(NOON),
		containers: [
			{
				name: 'app',
				lastStatus: 'STOPPED',
				exitCode: 137,
				reason: 'OutOfMemoryError: Container killed due to memory usage',
			},
			{ name: 'log-router', lastStatus: 'STOPPED', exitCode: 0 },
		],
	});
	expect(task).toMatchObject({
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
		stoppedAt: NOON,
		healthStatus: 'UNKNOWN',
		containers: [
			{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
			{ name: 'log-router', exitCode: 0 },
		],
	});
});

test('the address is that of the task’s network interface', () => {
	const task = toTask({
		taskArn,
		attachments: [
			{ type: 'Service Connect', details: [{ name: 'subnetId', value: 'not-this' }] },
			{
				type: 'ElasticNetworkInterface',
				details: [
					{ name: 'subnetId', value: 'subnet-a' },
					{ name: 'networkInterfaceId', value: 'eni-a' },
					{ name: 'privateIPv4Address', value: '10.0.1.17' },
				],
			},
		],
	});
	expect(task).toMatchObject({
		subnetId: 'subnet-a',
		networkInterfaceId: 'eni-a',
		privateIpv4Address: '10.0.1.17',
	});
});

test('without an attachment the address is that of the first container that has one', () => {
	const task = toTask({
		taskArn,
		containers: [{ name: 'init' }, { name: 'app', networkInterfaces: [{ privateIpv4Address: '10.0.1.18' }] }],
	});
	expect(task.privateIpv4Address).toBe('10.0.1.18');
	expect(task).not.toHaveProperty('subnetId');
});

test('a date that is none is absent', () => {
	expect(toTask({ taskArn, startedAt: new Date(Number.NaN) })).not.toHaveProperty('startedAt');
});

test('an empty reason is none', () => {
	const task = toTask({ taskArn, lastStatus: 'RUNNING', stoppedReason: '' });
	expect(task).not.toHaveProperty('stoppedReason');
});

test('sizes that a server sends as numbers are told too', () => {
	const sizes = { cpu: 256, memory: 512 } as unknown as { cpu: string; memory: string };
	expect(toTask({ taskArn, containers: [{ name: 'app', ...sizes }] }).containers).toMatchObject([
		{ cpu: '256', memory: '512' },
	]);
});
