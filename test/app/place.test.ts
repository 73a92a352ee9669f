import { expect, test } from 'vitest';
import { placeParts } from '../../src/app/place.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { REGION } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

const settings = { readOnly: false, utc: true, profile: undefined, profiles: [], contexts: [], regions: [REGION] };

function parts(arn: string): readonly string[] {
	const identity = { [REGION]: { value: { account: '111122223333', arn, userId: 'x' } } };
	return placeParts(viewContext({ picture: { ...shopPicture(), identity }, settings }));
}

test('says cluster, region, account and who', () => {
	expect(parts('arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ops_0a1b2c3d4e5f6071/sato')).toEqual([
		'prod',
		REGION,
		'1111-2222-3333',
		'sato@ops',
	]);
});

test.each([
	['arn:aws:iam::111122223333:user/team/bob', 'bob'],
	['arn:aws:iam::111122223333:root', 'root'],
	['arn:aws:sts::111122223333:assumed-role/deployer/i-0abc', 'i-0abc@deployer'],
])('%s is %s', (arn, who) => {
	expect(parts(arn).at(-1)).toBe(who);
});

test('leaves out what is not known yet', () => {
	expect(placeParts(viewContext({ picture: EMPTY_PICTURE, settings }))).toEqual([REGION]);
});

test('counts what is too much to name', () => {
	const regions = ['ap-northeast-1', 'eu-west-1', 'us-east-1'];
	const view = viewContext({ picture: EMPTY_PICTURE, settings: { ...settings, profile: 'ops', regions } });
	expect(placeParts(view)).toEqual(['ops', '3 regions']);
});

test('leaves the regions out while they are not known', () => {
	const context = viewContext({ picture: EMPTY_PICTURE, settings: { ...settings, place: 'demo', regions: [] } });
	expect(placeParts(context)).toEqual(['demo']);
});
