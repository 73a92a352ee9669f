import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAws } from '../../../src/aws/create-aws.ts';
import { defaultRegion } from '../../../src/aws/profiles.ts';
import { failureOf } from '../failure-of.ts';

const CONFIG = `
[profile ci]
region = eu-west-1
credential_process = ${process.execPath} -p "JSON.stringify({Version:1,AccessKeyId:'AKIAPROCESS',SecretAccessKey:'x'})"

[profile shop]
region = eu-west-1
sso_session = corp
sso_account_id = 123456789012
sso_role_name = OnCall

[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.awsapps.com/start
`;

let home = '';

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	writeFileSync(join(home, 'config'), CONFIG);
	vi.stubEnv('HOME', home);
	vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
	vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
	vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
	for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) vi.stubEnv(name, undefined);
	for (const name of [
		'AWS_ACCESS_KEY_ID',
		'AWS_SECRET_ACCESS_KEY',
		'AWS_SESSION_TOKEN',
		'AWS_PROFILE',
		'AWS_DEFAULT_PROFILE',
	]) {
		vi.stubEnv(name, undefined);
	}
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(home, { recursive: true });
});

/** Reads with the profile's credentials; what is sent is written down, and answered with an empty account. */
function awsAs(profile: string | undefined, isExpired: (signer: string) => boolean = () => false) {
	const signedBy: string[] = [];
	const aws = createAws({
		...(profile ? { profile } : {}),
		clock: { now: () => 0 },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async ({ headers }: { headers: Record<string, string> }) => {
				const signer = /Credential=(\w+)/.exec(headers['authorization'] ?? '')?.[1] ?? 'nobody';
				signedBy.push(signer);
				const { HttpResponse } = await import('@smithy/core/protocols');
				const [statusCode, answer] = isExpired(signer)
					? [400, { __type: 'ExpiredTokenException' }]
					: [200, { clusterArns: [] }];
				return { response: new HttpResponse({ statusCode, body: new TextEncoder().encode(JSON.stringify(answer)) }) };
			},
		},
	});
	return { aws, signedBy };
}

test('a credential process signs for its profile', async () => {
	const { aws, signedBy } = awsAs('ci');
	await aws.clusters('eu-west-1');
	expect(signedBy).toEqual(['AKIAPROCESS']);
});

test.each(['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'])(
	'the profile that %s names signs, and its region is used',
	async (name) => {
		vi.stubEnv(name, 'ci');
		const { aws, signedBy } = awsAs(undefined);
		const region = await defaultRegion();
		expect(region).toBe('eu-west-1');
		await aws.clusters(region ?? '');
		expect(signedBy).toEqual(['AKIAPROCESS']);
	},
);

test('keys in the environment sign when no profile is named', async () => {
	vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENVIRONMENT');
	vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
	const { aws, signedBy } = awsAs(undefined);
	await aws.clusters('eu-west-1');
	expect(signedBy).toEqual(['AKIAENVIRONMENT']);
});

test('a named profile goes before keys in the environment, without a word on the terminal', async () => {
	const spoken = vi.spyOn(console, 'warn');
	vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAENVIRONMENT');
	vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
	const { aws, signedBy } = awsAs('ci');
	await aws.clusters('eu-west-1');
	expect(signedBy).toEqual(['AKIAPROCESS']);
	expect(spoken).not.toHaveBeenCalled();
});

test('keys that were renewed in the file sign once AWS has refused the old ones', async () => {
	const renew = (id: string) =>
		writeFileSync(
			join(home, 'credentials'),
			`[temporary]\naws_access_key_id = ${id}\naws_secret_access_key = x\naws_session_token = y\n`,
		);
	renew('AKIAOLD');
	const { aws, signedBy } = awsAs('temporary', (signer) => signer === 'AKIAOLD');
	expect(await failureOf(aws.clusters('eu-west-1'))).toMatchObject({ kind: 'expired-credentials' });
	renew('AKIANEW');
	await aws.clusters('eu-west-1');
	expect(signedBy).toEqual(['AKIAOLD', 'AKIANEW']);
});

test('a profile that has not signed in yet says how to', async () => {
	const { aws, signedBy } = awsAs('shop');
	expect(await failureOf(aws.clusters('eu-west-1'))).toMatchObject({
		kind: 'expired-credentials',
		next: 'Run `aws sso login --profile shop`.',
	});
	expect(signedBy).toEqual([]);
});

test('no credentials anywhere', async () => {
	expect(await failureOf(awsAs(undefined).aws.clusters('eu-west-1'))).toMatchObject({
		kind: 'no-credentials',
		message: 'No AWS credentials found.',
	});
});
