import { expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { DeployInput } from '../../../src/actions/deploy/deploy-input.ts';
import { rollback } from '../../../src/actions/rollback/rollback.ts';
import { actingShop } from '../shop.ts';

const said = async (shop: ReturnType<typeof actingShop>, service: string, input: DeployInput) => {
	const { remarks } = await shop.plan(deploy, service, input);
	return remarks.map(({ level, text }) => `${level}: ${text}`).filter((text) => /image|tag|repository/u.test(text));
};

test('the image is looked for where its host says, before anything is sent', async () => {
	const shop = actingShop('bad-image');
	expect(await said(shop, 'checkout', { tag: '43' })).toEqual([
		'good: the image of checkout exists (linux/amd64, 180 MB)',
	]);
	expect(shop.drydock.dispatcher.log.calls.filter(({ service }) => service === 'ecr')).toMatchObject([
		{ operation: 'DescribeImages', region: 'ap-northeast-1' },
		{ operation: 'BatchGetImage', region: 'ap-northeast-1' },
	]);
});

test('a tag that is not there names the newest that are', async () => {
	const shop = actingShop('bad-image');
	expect(await said(shop, 'checkout', { force: true })).toEqual([
		'warning: checkout has no tag 44: checkout will not start; the newest are 43, 42, 41',
	]);
});

test('an image for another architecture is told before its tasks fail', async () => {
	expect(await said(actingShop('bad-image'), 'cart', { tag: '89' })).toEqual([
		'warning: the image of cart is for linux/arm64, and the task is linux/amd64: it will not start',
	]);
});

test('a registry or repository that is not there is told, too', async () => {
	const image = (host: string) => ({ image: `${host}/cart:1`, containers: ['cart'] });
	const shop = actingShop('bad-image');
	expect(await said(shop, 'cart', image('999988887777.dkr.ecr.us-east-1.amazonaws.com'))).toEqual([
		'warning: there is no repository cart in the registry of 999988887777 in us-east-1: cart will not start',
	]);
});

test('without permission it is unknown, and nothing else is held up', async () => {
	const shop = actingShop('bad-image');
	shop.drydock.dispatcher.setFaults([{ operation: 'ecr:DescribeImages', accessDenied: true }]);
	expect(await said(shop, 'checkout', { tag: '43' })).toEqual([
		'unknown: image of checkout: no permission to look (ecr:DescribeImages)',
	]);
	shop.drydock.dispatcher.setFaults([{ operation: 'ecr:BatchGetImage', accessDenied: true }]);
	expect(await said(shop, 'checkout', { tag: '43' })).toEqual([
		'good: the image of checkout exists (180 MB)',
		'unknown: platforms of the image of checkout: no permission to look (ecr:BatchGetImage)',
	]);
});

test('a forced deployment says that the tag has not moved', async () => {
	expect(await said(actingShop(), 'cart', { force: true })).toEqual([
		'info: the tag 88 points to the image that cart runs already',
	]);
});

test('what an older revision runs may be gone: going back says so, too', async () => {
	const shop = actingShop();
	shop.drydock.world.repositories.get('checkout')?.set('41', 'missing');
	const { remarks } = await shop.plan(rollback, 'checkout', { to: '41' });
	expect(remarks).toContainEqual({
		level: 'warning',
		text: 'checkout has no tag 41: checkout will not start; the newest are 42',
	});
});
