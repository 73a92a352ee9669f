import { describe, expect, test } from 'vitest';
import { guardOf, matchOf, placeOf, type Context } from '../../src/model/context.ts';
import { SERVICE_ARN, TASK_ARN } from '../fixtures/checkout.ts';
import { PROD } from '../fixtures/shop.ts';

const account = '111122223333';
const prod: Context = {
	name: 'live',
	profile: 'shop-prod',
	account,
	regions: ['ap-northeast-1'],
	clusters: ['prod', 'prod-*'],
	readOnly: true,
	protected: true,
};
const place = { profile: 'shop-prod', account, region: 'ap-northeast-1', clusterName: 'prod' };

describe('a context', () => {
	test.each([
		['all that is given matches', place, 'yes'],
		['a pattern matches', { ...place, clusterName: 'prod-batch' }, 'yes'],
		['another way led to the account', { ...place, profile: 'admin' }, 'yes'],
		['no profile led to the account', { ...place, profile: undefined }, 'yes'],
		['the account is another', { ...place, account: '444455556666' }, 'no'],
		['the region is another', { ...place, region: 'eu-west-1' }, 'no'],
		['the cluster is another', { ...place, clusterName: 'my-prod' }, 'no'],
		['the account is not known', { ...place, account: undefined }, 'perhaps'],
		['the account of a text that is no ARN is not known', { ...place, account: '' }, 'perhaps'],
		['the cluster is not known', { ...place, clusterName: undefined }, 'perhaps'],
		['what is known of it is another already', { ...place, account: undefined, region: 'eu-west-1' }, 'no'],
	])('%s: %o is %s', (_, one, match) => {
		expect(matchOf(prod, one)).toBe(match);
	});

	test('without an account is known by its profile', () => {
		const own = { name: 'dev', profile: 'shop-dev' };
		expect(matchOf(own, { ...place, profile: 'shop-dev' })).toBe('yes');
		expect(matchOf(own, place)).toBe('no');
		expect(matchOf(own, { ...place, profile: undefined })).toBe('perhaps');
	});

	test('takes the letters of a pattern for themselves', () => {
		const clusters = ['a.c*', '*-prod-*'];
		expect(matchOf({ name: 'x', clusters }, { ...place, clusterName: 'abcd' })).toBe('no');
		expect(matchOf({ name: 'x', clusters }, { ...place, clusterName: 'eu-prod-2' })).toBe('yes');
	});
});

describe('the guard of a place', () => {
	const whole: Context = { name: 'whole account', account };
	const viewer: Context = { name: 'viewer', profile: 'viewer', account };

	test('has the strictest rule of all contexts that match, and its name', () => {
		const careful = { ...whole, protected: true };
		expect(guardOf([viewer, careful, prod], place)).toEqual({ context: 'live', readOnly: true, protected: true });
		expect(guardOf([viewer, careful, prod], { ...place, clusterName: 'dev' })).toEqual({
			context: 'whole account',
			readOnly: false,
			protected: true,
		});
	});

	test('has the name of the context whose profile is in use where none has a rule', () => {
		const free = { readOnly: false, protected: false };
		expect(guardOf([whole, viewer], { ...place, profile: 'viewer' })).toEqual({ ...free, context: 'viewer' });
		expect(guardOf([whole, viewer], { ...place, profile: undefined })).toEqual({ ...free, context: 'whole account' });
		expect(guardOf([whole, viewer], { ...place, account: '444455556666' })).toEqual(free);
	});

	test('holds where it is not known whether it does, and a mere name does not', () => {
		expect(guardOf([whole, prod], { region: 'ap-northeast-1' })).toEqual({
			context: 'live',
			readOnly: true,
			protected: true,
		});
		expect(guardOf([whole], {})).toEqual({ readOnly: false, protected: false });
	});
});

test.each([
	[PROD, 'prod'],
	[SERVICE_ARN, 'prod'],
	[TASK_ARN, 'prod'],
	['arn:aws:ecs:ap-northeast-1:111122223333:service/checkout', undefined],
])('the place of %s is in the cluster %s', (arn, clusterName) => {
	expect(placeOf(arn, 'ops')).toEqual({ profile: 'ops', account, region: 'ap-northeast-1', clusterName });
});

test('nothing is known of the place of what is no ARN', () => {
	expect(guardOf([prod], placeOf('prod'))).toMatchObject({ readOnly: true });
});
