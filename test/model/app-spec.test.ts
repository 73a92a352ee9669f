import { expect, test } from 'vitest';
import { hooksIn, newAppSpec, taskDefinitionIn, withTaskDefinition } from '../../src/model/app-spec.ts';

const theirs = {
	version: 0,
	resources: [
		{ Web: { type: 'AWS::ECS::Service', properties: { taskDefinition: 'web:1', later: { setting: true } } } },
	],
	Hooks: [{ BeforeAllowTraffic: 'smoke-test' }, { AfterAllowTraffic: 'tell' }],
};

test('the task definition is found and replaced whatever the letters, and nothing else is touched', () => {
	expect(taskDefinitionIn(theirs)).toBe('web:1');
	expect(withTaskDefinition(theirs, 'web:2')).toEqual({
		...theirs,
		resources: [
			{ Web: { type: 'AWS::ECS::Service', properties: { taskDefinition: 'web:2', later: { setting: true } } } },
		],
	});
	expect(hooksIn(theirs)).toEqual(['BeforeAllowTraffic', 'AfterAllowTraffic']);
});

test('one for a service without says its container, port, platform and capacity', () => {
	const made = newAppSpec('web:1', {
		containerName: 'app',
		containerPort: 8080,
		platformVersion: '1.4.0',
		capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 2, base: 1 }],
	});
	expect(taskDefinitionIn(made)).toBe('web:1');
	expect(JSON.stringify(made)).toContain('"LoadBalancerInfo":{"ContainerName":"app","ContainerPort":8080}');
	expect(JSON.stringify(made)).toContain('[{"CapacityProvider":"FARGATE_SPOT","Weight":2,"Base":1}]');
	expect(hooksIn(made)).toEqual([]);
});

test('what is no AppSpec for ECS has no task definition', () => {
	for (const none of [{}, { Resources: 'x' }, { Resources: [null] }, { Resources: [{ F: { Type: 'Lambda' } }] }]) {
		expect(taskDefinitionIn(none)).toBeUndefined();
	}
});
