import { expect, test } from 'vitest';
import { toContainerDefinition } from '../../../src/aws/shapes/to-container-definition.ts';

test('a health check gets AWS’s defaults', () => {
	const { healthCheck } = toContainerDefinition({
		name: 'app',
		healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz'], interval: 10 },
	});
	expect(healthCheck).toEqual({
		command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz'],
		interval: 10,
		timeout: 5,
		retries: 3,
		startPeriod: 0,
	});
});

test('awslogs tell where the lines go', () => {
	const { logs } = toContainerDefinition({
		name: 'app',
		logConfiguration: {
			logDriver: 'awslogs',
			options: { 'awslogs-group': '/ecs/checkout', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' },
		},
	});
	expect(logs).toEqual({ logDriver: 'awslogs', group: '/ecs/checkout', region: 'eu-west-1', streamPrefix: 'ecs' });
});

test('other log drivers are named and no more', () => {
	const logConfiguration = { logDriver: 'splunk' as const, options: { 'splunk-token': 'secret' } };
	expect(toContainerDefinition({ name: 'app', logConfiguration }).logs).toEqual({ logDriver: 'splunk' });
});

test('a container is essential unless AWS says otherwise', () => {
	expect(toContainerDefinition({ name: 'app' }).essential).toBe(true);
	expect(toContainerDefinition({ name: 'agent', essential: false }).essential).toBe(false);
});
