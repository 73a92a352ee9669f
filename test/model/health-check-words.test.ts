import { expect, test } from 'vitest';
import { checkCommand, healthCheckWords } from '../../src/model/health-check-words.ts';
import { checkoutDefinition } from '../fixtures/shop-task-definition.ts';

const container = (name: string, ...command: readonly string[]) => ({
	name,
	image: 'app:1',
	essential: true,
	portMappings: [],
	...(command.length > 0 && { healthCheck: { command, interval: 10, timeout: 5, retries: 3, startPeriod: 0 } }),
});

test('leaves out who runs the command', () => {
	const words = 'curl -f localhost, every 10s, timeout 5s; unhealthy after 3';
	expect(healthCheckWords(container('app', 'CMD-SHELL', 'curl -f localhost'))).toBe(words);
	expect(healthCheckWords(container('app', 'CMD', 'curl', '-f', 'localhost'))).toBe(words);
});

test('finds no check where there is none, or it is switched off', () => {
	expect(healthCheckWords(container('app'))).toBeUndefined();
	expect(healthCheckWords(container('app', 'NONE'))).toBeUndefined();
});

test('takes the check of the container that fails, else of the first that has one', () => {
	const containers = [container('log'), container('app', 'CMD', 'a'), container('agent', 'CMD', 'b')];
	const definition = { ...checkoutDefinition(43), containerDefinitions: containers };
	expect(checkCommand(definition, ['agent'])).toBe('b');
	expect(checkCommand(definition, [])).toBe('a');
});
