import { expect, test } from 'vitest';
import { explainRefusal } from '../../src/actions/explain-refusal.ts';
import type { AwsFailure } from '../../src/model/aws-failure.ts';

const refused = (code: string, changes: Partial<AwsFailure> = {}): AwsFailure => ({
	kind: 'unknown',
	service: 'ecs',
	operation: 'RunTask',
	code,
	message: 'ECS started no task',
	next: 'Read the guide.',
	...changes,
});

test.each([
	['RESOURCE:MEMORY', 'no container instance has enough free memory'],
	['RESOURCE:ENI', 'no container instance has room for another network interface'],
	['AGENT', 'the agent of the container instance is not connected'],
	['ATTRIBUTE', 'no container instance has what the task definition requires'],
	['INACTIVE', 'the container instance was deregistered'],
	['MemberOf placement constraint unsatisfied', 'no container instance meets the placement constraints'],
	['Capacity is unavailable at this time. Please try again later', 'Fargate has no capacity in these zones just now'],
	[
		"You've reached the limit on the number of vCPUs you can run concurrently",
		"the account's Fargate quota is used up",
	],
])('says why ECS started no task: %s', async (code, message) => {
	const told = await explainRefusal(refused(code));
	expect(told).toMatchObject({ code, message });
	expect(told.next).not.toBe('Read the guide.');
});

test('keeps the words that name the reason of each instance', async () => {
	const message = 'no container instance takes it: RESOURCE:PORTS on 1 instance, RESOURCE:MEMORY on 1 instance';
	expect((await explainRefusal(refused('RESOURCE:PORTS', { message }))).message).toBe(message);
});

test.each([
	refused('SOMETHING:NEW'),
	refused('AGENT', { operation: 'StopTask' }),
	refused('AGENT', { kind: 'denied' }),
])('leaves alone what it does not know: %o', async (failure) => {
	expect(await explainRefusal(failure)).toBe(failure);
});
