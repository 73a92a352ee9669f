import { expect, test } from 'vitest';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { ScenarioError } from '../../../src/drydock/scenario/scenario-error.ts';

const valid = `description: a test
clusters:
  - { name: prod, region: ap-northeast-1 }
services:
  - { name: cart, tasks: 2 }
script:
  - { at: 90s, do: scale, service: cart, tasks: 4 }
`;

function mistake(text: string): string {
	try {
		readScenario(text, 'mine.yaml');
	} catch (error) {
		if (error instanceof ScenarioError) return error.message;
		throw error;
	}
	throw new Error('was accepted');
}

test('a scenario is read with its defaults and times in ms', () => {
	const scenario = readScenario(valid, 'mine.yaml');
	expect(scenario.account).toBe('111122223333');
	expect(scenario.script[0]).toEqual({ at: 90_000, do: 'scale', service: 'cart', tasks: 4 });
});

test.each([
	['a value of the wrong kind', valid.replace('tasks: 2', 'tasks: two'), 'mine.yaml:5:26: services[0].tasks: '],
	[
		'a name that does not exist',
		valid.replace('tasks: 2', 'taks: 2'),
		'mine.yaml:5:25: services[0]: Unrecognized key: "taks"',
	],
	['an unknown action', valid.replace('do: scale', 'do: explode'), 'mine.yaml:7:20: script[0].do: '],
	['a time without a unit', valid.replace('90s', '90'), 'mine.yaml:7:11: script[0].at: '],
	[
		'a service that is not there',
		valid.replace('service: cart', 'service: card'),
		'mine.yaml:7:36: script[0].service: there is no service card',
	],
	[
		'a cluster that is not there',
		valid.replace('tasks: 2', 'cluster: prd'),
		'mine.yaml:5:28: services[0].cluster: there is no cluster prd',
	],
	['something missing', valid.replace('description: a test\n', ''), 'mine.yaml:1:1: description: is missing'],
	[
		'an alias that nothing is named by',
		valid.replace('tasks: 2', 'tasks: *two'),
		'mine.yaml:5:26: there is no anchor &two',
	],
	[
		'two services of one name',
		valid.replace('tasks: 2 }', 'tasks: 2 }\n  - { name: cart }'),
		'mine.yaml:6:13: services[1].name: there are two services cart',
	],
	[
		'a floor above the ceiling',
		valid.replace('tasks: 2', 'scaling: { min: 5, max: 2 }'),
		'mine.yaml:5:35: services[0].scaling.min: is more than max: 2',
	],
	[
		'a load balancer in front of nothing',
		valid.replace('tasks: 2', 'loadBalancer: /'),
		'services[0].loadBalancer: needs a port',
	],
	[
		'a sidecar that is not there',
		valid.replace('tasks: 2', 'sidecars: [envoy]'),
		'services[0].sidecars[0]: there is no sidecar envoy',
	],
	[
		'an alarm that is not there',
		valid.replace('tasks: 2', 'alarms: [cart-5xx]'),
		'mine.yaml:5:28: services[0].alarms[0]: there is no alarm cart-5xx',
	],
	[
		'an alarm of no service',
		valid.replace('script:', 'alarms: [{ name: a, service: card, metric: CPUUtilization, above: 1 }]\nscript:'),
		'mine.yaml:6:30: alarms[0].service: there is no service card',
	],
	[
		'a step with an alarm that is not there',
		valid.replace('do: scale, service: cart, tasks: 4', 'do: alarm, name: loud, state: ALARM'),
		'mine.yaml:7:33: script[0].name: there is no alarm loud',
	],
	[
		'a stage that takes no hook',
		valid.replace('tasks: 2', 'deployment: { strategy: canary, hooks: [{ pause: true, stages: [BAKE_TIME] }] }'),
		'mine.yaml:5:83: services[0].deployment.hooks[0].stages[0]: ',
	],
	[
		'a hook that neither asks nor waits',
		valid.replace('tasks: 2', 'deployment: { strategy: canary, hooks: [{ stages: [PRE_SCALE_UP] }] }'),
		'services[0].deployment.hooks[0]: needs a lambda or a pause',
	],
	[
		'a share of a blue/green deployment',
		valid.replace('tasks: 2', 'deployment: { strategy: blue-green, percent: 5 }'),
		'mine.yaml:5:31: services[0].deployment: blue-green shifts all at once',
	],
	[
		'a capacity provider that is not there',
		valid.replace('tasks: 2', 'capacity: { ec2: 1 }'),
		'services[0].capacity.ec2: there is no capacity provider ec2',
	],
	[
		'a place to be chosen on Fargate',
		valid.replace('tasks: 2', 'placementStrategy: [random]'),
		'services[0].placementStrategy: is for services on instances',
	],
	[
		'an expression that is not understood',
		valid.replace('tasks: 2', "launchType: EC2, placementConstraints: ['memberOf(colour == red)']"),
		'services[0].placementConstraints[0]: must be distinctInstance, or memberOf(',
	],
	[
		'a host port of nothing',
		valid.replace('tasks: 2', 'launchType: EC2, hostPort: 80'),
		'services[0].hostPort: needs a port',
	],
	[
		'instances of a type that is not there',
		valid.replace(/region: [-a-z0-9]+/, '$&, instances: [{ name: ecs, type: m99.large, desired: 1 }]'),
		'clusters[0].instances[0].type: must be one of t3.micro, ',
	],
	[
		'more instances than there may be',
		valid.replace(/region: [-a-z0-9]+/, '$&, instances: [{ name: ecs, type: m5.large, desired: 3, max: 2 }]'),
		'clusters[0].instances[0].desired: desired must be between min and max',
	],
	[
		'two groups of one name',
		valid.replace(
			/region: [-a-z0-9]+/,
			'$&, instances: [{ name: a, type: m5.large, desired: 1 }, { name: a, type: m5.large, desired: 1 }]',
		),
		'clusters[0].instances[1].name: there are two groups a',
	],
	[
		'a step with instances that are not there',
		valid.replace('do: scale, service: cart, tasks: 4', 'do: instances, group: web, drain: true'),
		'script[0].group: there are no instances web',
	],
	[
		'a dependency that is not there',
		valid.replace('script:', 'behaviours: { cart: { dependsOn: { name: db, whenSlow: timeout } } }\nscript:'),
		'mine.yaml:6:42: behaviours.cart.dependsOn.name: there is no dependency db',
	],
	[
		'a step that slows down nothing',
		valid.replace('do: scale, service: cart, tasks: 4', 'do: slow, dependency: db, for: 5m'),
		'mine.yaml:7:38: script[0].dependency: there is no dependency db',
	],
	[
		'more room on Spot than there is',
		valid.replace('do: scale, service: cart, tasks: 4', 'do: spot, room: 2'),
		'mine.yaml:7:32: script[0].room: ',
	],
	[
		'a step of a service that is not there yet',
		`${valid}  - { at: 2m, do: create, service: cart }\n`,
		'mine.yaml:7:11: script[0].at: cart is not there yet',
	],
	[
		'a service that is created twice',
		valid.replace('at: 90s', 'at: 3m') + '  - { at: 1m, do: create, service: cart }\n'.repeat(2),
		'mine.yaml:9:36: script[2].service: cart is created twice',
	],
	[
		'an alarm of a service that is not there yet',
		`${valid.replace('script:', 'alarms: [{ name: a, service: cart, metric: CPUUtilization, above: 1 }]\nscript:')}  - { at: 1m, do: create, service: cart }\n`,
		'mine.yaml:6:30: alarms[0].service: cart is not there at first',
	],
	['an empty file', '', 'mine.yaml:1:1: the file: '],
	['broken YAML', `${valid}  - { at: 1s`, 'mine.yaml:8:13: '],
])('%s is named with its line and column', (_, text, expected) => {
	expect(mistake(text)).toContain(expected);
});

test('every mistake gets a line of its own', () => {
	const lines = mistake(valid.replace('tasks: 2', 'tasks: two').replace('90s', 'soon')).split('\n');
	expect(lines.map((line) => line.split(': ', 1)[0])).toEqual(['mine.yaml:5:26', 'mine.yaml:7:11']);
});
