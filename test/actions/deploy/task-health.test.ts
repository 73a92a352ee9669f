import { expect, test } from 'vitest';
import { taskHealth } from '../../../src/actions/deploy/task-health.ts';
import type { TargetHealth } from '../../../src/model/load-balancing.ts';
import type { Task } from '../../../src/model/task.ts';
import { aTask } from '../../fixtures/a-service.ts';

const task = (privateIpv4Address: string, healthStatus = 'HEALTHY', told: Partial<Task> = {}) =>
	aTask('checkout', privateIpv4Address, { privateIpv4Address, healthStatus, lastStatus: 'RUNNING', ...told });
const target = (id: string, state: string, targetGroupArn = 'arn:blue'): TargetHealth => ({
	id,
	port: 8080,
	state,
	targetGroupArn,
});

test('where nobody checks, nothing is said of health', () => {
	expect(taskHealth([task('1', 'UNKNOWN')], {}, false)).toEqual({});
	expect(taskHealth([task('1', 'UNKNOWN')], { targets: [target('i-0123', 'healthy')] }, false)).toEqual({});
});

test('tasks are healthy by the checks of their containers', () => {
	const tasks = [
		task('1'),
		task('2', 'UNHEALTHY'),
		task('3', 'UNKNOWN'),
		task('4', 'HEALTHY', { lastStatus: 'PENDING' }),
	];
	expect(taskHealth(tasks, {}, true)).toEqual({ healthy: 1 });
});

test('tasks are healthy by their targets, and by both where there are both', () => {
	const targets = [target('1', 'healthy'), target('2', 'initial'), target('3', 'healthy'), target('4', 'draining')];
	const tasks = [task('1', 'UNKNOWN'), task('2', 'UNKNOWN'), task('3', 'UNHEALTHY'), task('4', 'UNKNOWN')];
	expect(taskHealth(tasks, { targets }, false)).toEqual({ healthy: 1, draining: 1 });
	expect(taskHealth([task('1'), task('3', 'UNKNOWN')], { targets }, true)).toEqual({ healthy: 1 });
});

test('a target group that nobody uses yet does not speak', () => {
	expect(taskHealth([task('1')], { targets: [target('1', 'unused', 'arn:green')] }, true)).toEqual({ healthy: 1 });
});

test('tasks are not healthy before they are targets', () => {
	expect(taskHealth([task('1')], { targets: [] }, true)).toEqual({ healthy: 0 });
});
