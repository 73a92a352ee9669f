import { expect, test, vi } from 'vitest';
import type { AwsCredentialIdentity } from '@smithy/types';
import { untilTheyExpire } from '../../../src/aws/credentials/until-they-expire.ts';

const KEYS: AwsCredentialIdentity = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test('credentials are loaded once for all who ask, at once or later', async () => {
	const load = vi.fn<() => Promise<AwsCredentialIdentity>>(async () => ({ ...KEYS, expiration: inMinutes(60) }));
	const provider = untilTheyExpire(load);
	await Promise.all([provider(), provider()]);
	await provider();
	expect(load).toHaveBeenCalledOnce();
});

test('credentials that end in minutes are loaded anew', async () => {
	const load = vi.fn<() => Promise<AwsCredentialIdentity>>(async () => ({ ...KEYS, expiration: inMinutes(4) }));
	const provider = untilTheyExpire(load);
	await provider();
	await provider();
	expect(load).toHaveBeenCalledTimes(2);
});

test('a failure is not kept', async () => {
	const load = vi
		.fn<() => Promise<AwsCredentialIdentity>>()
		.mockRejectedValueOnce(new Error('not yet'))
		.mockResolvedValue(KEYS);
	const provider = untilTheyExpire(load);
	await expect(provider()).rejects.toThrow('not yet');
	await expect(provider()).resolves.toBe(KEYS);
});
