import { expect, test } from 'vitest';
import { familyRevision, lastSegment, parseArn, regionOf, revisionOf, shortTaskId } from '../../src/model/arn.ts';

const definition = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:43';

test('takes an ARN to pieces, whatever colons its resource has', () => {
	expect(parseArn(definition)).toEqual({
		partition: 'aws',
		service: 'ecs',
		region: 'eu-west-1',
		account: '111122223333',
		resource: 'task-definition/checkout:43',
	});
});

test.each(['', 'checkout', 'service/prod/checkout', 'arn:aws:ecs:eu-west-1:111122223333'])('%j is no ARN', (text) => {
	expect(parseArn(text)).toBeUndefined();
	expect(regionOf(text)).toBe('');
});

test.each([
	['arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout', 'checkout'],
	['arn:aws:ecs:eu-west-1:111122223333:service/checkout', 'checkout'],
	['arn:aws:sns:eu-west-1:111122223333:on-call', 'on-call'],
	['checkout', 'checkout'],
])('%s ends in %s', (arn, name) => {
	expect(lastSegment(arn)).toBe(name);
});

test('a task definition is known by family and revision, with and without its ARN', () => {
	expect(familyRevision(definition)).toBe('checkout:43');
	expect(revisionOf(definition)).toBe(43);
	expect(revisionOf('checkout:43')).toBe(43);
	expect(revisionOf('checkout')).toBeNaN();
});

test('a task is known by the first six characters of its id', () => {
	expect(shortTaskId('arn:aws:ecs:eu-west-1:111122223333:task/prod/3f2a1b9c01de')).toBe('3f2a1b');
});
