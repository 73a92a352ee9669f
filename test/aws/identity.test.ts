import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';

test('the identity is the caller’s, cleaned', async () => {
	const { aws } = awsOver({
		sts: {
			GetCallerIdentity: () => ({
				Account: '123456789012',
				Arn: 'arn:aws:sts::123456789012:assumed-role/OnCall/\u202Eops',
				UserId: 'AROAEXAMPLE:ops',
			}),
		},
	});
	expect(await aws.identity(REGION)).toEqual({
		account: '123456789012',
		arn: 'arn:aws:sts::123456789012:assumed-role/OnCall/ops',
		userId: 'AROAEXAMPLE:ops',
	});
});
