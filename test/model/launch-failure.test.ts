import { expect, test } from 'vitest';
import { launchFailure } from '../../src/model/launch-failure.ts';

test.each([
	['RESOURCE:MEMORY', 'no container instance has enough free memory'],
	['RESOURCE:CPU', 'no container instance has enough free CPU'],
	['RESOURCE:ENI', 'no container instance has room for another network interface'],
	['AGENT', 'the agent of the container instance is not connected'],
	['ATTRIBUTE', 'no container instance has what the task definition requires'],
	['MemberOf placement constraint unsatisfied', 'no container instance meets the placement constraints'],
	[
		'Capacity is unavailable at this time. Please try again later or in a different availability zone',
		'Fargate has no capacity in these zones just now',
	],
	[
		"You've reached the limit on the number of vCPUs you can run concurrently",
		"the account's Fargate quota is used up",
	],
	['The requested CPU configuration is above your limit.', "the account's Fargate quota is used up"],
	['No Container Instances were found in your cluster.', 'there is no container instance to run it on'],
])('%s', (reason, words) => {
	expect(launchFailure(reason)).toMatchObject({ words, next: expect.stringMatching(/\.$/u) });
});

test('a reason that is not known is left as it is', () => {
	expect(launchFailure('SOMETHING:NEW')).toBeUndefined();
});
