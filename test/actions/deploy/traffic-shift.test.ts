import { expect, test } from 'vitest';
import { shiftRemarks, shiftWait } from '../../../src/actions/deploy/traffic-shift.ts';
import { toDeploymentConfiguration } from '../../../src/aws/shapes/to-deployment-configuration.ts';
import { service } from '../../fixtures/shop-service.ts';

const MINUTE = 60_000;

test.each([
	['ROLLING', { bakeTimeInMinutes: 5 }, [], 0],
	[
		'BLUE_GREEN',
		{ bakeTimeInMinutes: 15 },
		[
			'blue/green: all traffic moves at once, when the new tasks are healthy',
			'the old tasks stay 15 min longer: till then the way back takes seconds',
		],
		15,
	],
	[
		'CANARY',
		{ canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 3 } },
		['canary: 20 % of the traffic first, all of it after 3 min', 'the old tasks go at once then'],
		3,
	],
	['CANARY', {}, ['canary: 5 % of the traffic first, all of it after 10 min', 'the old tasks go at once then'], 10],
	[
		'LINEAR',
		{ bakeTimeInMinutes: 1 },
		[
			'linear: 10 % of the traffic every 6 min, all of it after 54 min',
			'the old tasks stay 1 min longer: till then the way back takes seconds',
		],
		55,
	],
] as const)('%s with %o: how the traffic moves, and how long that takes', (strategy, settings, remarks, minutes) => {
	const deploymentConfiguration = toDeploymentConfiguration({ strategy, ...settings });
	if (!deploymentConfiguration) throw new Error('It is not there.');
	const shifting = { ...service('checkout', { revision: 43, desired: 4 }), deploymentConfiguration };
	expect(shiftRemarks(shifting).map(({ text }) => text)).toEqual(remarks);
	expect(shiftWait(deploymentConfiguration)).toBe(minutes * MINUTE);
});

test('where ECS tells no settings, nothing is said and nothing counted', () => {
	const { deploymentConfiguration: _, ...untold } = service('checkout', { revision: 43, desired: 4 });
	expect(shiftRemarks(untold)).toEqual([]);
	expect(shiftWait(undefined)).toBe(0);
});
