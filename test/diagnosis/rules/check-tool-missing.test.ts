import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { checkToolMissing } from '../../../src/diagnosis/rules/check-tool-missing.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { checkout, NOW } from '../checkout.ts';
import { checkedDefinition, definitions, killed, said, unhealthyTask } from '../failing-checks.ts';

function withImage(image: string, ...command: readonly string[]) {
	const definition = checkedDefinition(command.length === 0 ? {} : { command });
	const containerDefinitions = definition.containerDefinitions.map((one) => ({ ...one, image }));
	return definitions({ ...definition, containerDefinitions });
}

const TASK = killed('container', 1, 30);
const find = (evidence: Partial<Evidence>) =>
	checkToolMissing({ service: checkout(), tasks: [TASK], ...evidence }, NOW)[0];

test('a log that says so is sure', () => {
	const lastLines = said(TASK, [10, 'healthcheck rc=127 /bin/sh: 1: curl: not found']);
	expect(find({ taskDefinitions: withImage('checkout:43'), lastLines })).toMatchObject({
		id: 'x-hc-tool-missing',
		severity: 'high',
		confidence: 'high',
		sentence: 'curl is not in the image of app, so its health check cannot pass',
		explains: ['container-healthcheck-failed'],
	});
});

test('the name of the image only makes it likely', () => {
	const found = find({ taskDefinitions: withImage('public.ecr.aws/docker/library/node:24-alpine') });
	expect(found).toMatchObject({
		severity: 'warning',
		confidence: 'low',
		sentence: 'curl may not be in the image of app: one like node:24-alpine mostly comes without curl',
	});
	expect(found).not.toHaveProperty('explains');
	const wget = ['CMD', 'wget', '-qO-', 'http://localhost'];
	expect(find({ taskDefinitions: withImage('python:3.14-slim', ...wget) })?.sentence).toMatch(/^wget may not be/u);
	expect(find({ taskDefinitions: withImage('gcr.io/distroless/base', ...wget) })?.sentence).toMatch(/no shell/u);
});

test('a running task that is unhealthy is enough', () => {
	const taskDefinitions = withImage('node:24-alpine');
	expect(find({ tasks: [unhealthyTask('a')], taskDefinitions })).toBeDefined();
});

describe('finds nothing', () => {
	test('where another task of the revision passes the same check', () => {
		const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'HEALTHY' }];
		const tasks = [TASK, aTask('checkout', 'well', { containers })];
		expect(find({ tasks, taskDefinitions: withImage('node:24-alpine') })).toBeUndefined();
	});

	test('where the image mostly has it, or the command is its own', () => {
		expect(find({ taskDefinitions: withImage('node:24-alpine', 'CMD', 'wget', '-qO-', 'localhost') })).toBeUndefined();
		expect(find({ taskDefinitions: withImage('node:24-alpine', 'CMD', '/app/check') })).toBeUndefined();
		expect(find({ taskDefinitions: withImage('checkout:43') })).toBeUndefined();
	});

	test('where the log misses another tool, or another container said it', () => {
		const taskDefinitions = withImage('checkout:43');
		expect(find({ taskDefinitions, lastLines: said(TASK, [1, 'sh: jq: not found']) })).toBeUndefined();
	});

	test('while nothing fails, or nothing was read', () => {
		const taskDefinitions = withImage('node:24-alpine');
		expect(find({ tasks: [aTask('checkout', 'well')], taskDefinitions })).toBeUndefined();
		expect(find({ tasks: undefined, taskDefinitions })).toBeUndefined();
		expect(find({})).toBeUndefined();
	});
});
