import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('STS', () => {
	const { sts } = openShop();

	test('takes everybody for somebody on call', async () => {
		expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
			Account: '111122223333',
			Arn: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ops_3f9c1d2e4b5a6978/alice',
		});
	});

	test('lends a role with credentials that are not over yet', async () => {
		const lent = await sts.send(
			new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::111122223333:role/reader', RoleSessionName: 'deckwatch' }),
		);
		expect(lent.AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/reader/deckwatch');
		expect(lent.Credentials?.AccessKeyId).toMatch(/^ASIA[0-9A-F]{16}$/);
		expect(Number(lent.Credentials?.Expiration)).toBeGreaterThan(Date.now());
	});
});
