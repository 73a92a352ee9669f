import { expect, test } from 'vitest';
import { boundsCommand } from '../../src/diagnosis/update-command.ts';
import { checkout } from './checkout.ts';

const given = (command: string) => /--deployment-configuration '(?<json>.*)'$/u.exec(command)?.groups?.['json'] ?? '';

test('moving the bounds of a rollout takes its circuit breaker and its alarms along', () => {
	const circuitBreaker = { enable: true, rollback: true };
	const alarms = { enable: true, rollback: false, alarmNames: ['5xx of checkout'] };
	const deploymentConfiguration = { minimumHealthyPercent: 100, maximumPercent: 100, circuitBreaker, alarms };
	expect(JSON.parse(given(boundsCommand(checkout({ deploymentConfiguration }), 50, 200)))).toEqual({
		deploymentCircuitBreaker: circuitBreaker,
		alarms,
		minimumHealthyPercent: 50,
		maximumPercent: 200,
	});
});

test('a name with a quote in it does not end the argument', () => {
	const alarms = { enable: true, rollback: true, alarmNames: ["it's slow"] };
	const deploymentConfiguration = { minimumHealthyPercent: 100, maximumPercent: 100, alarms };
	expect(boundsCommand(checkout({ deploymentConfiguration }), 50, 200)).toContain(String.raw`"it'\''s slow"`);
});
