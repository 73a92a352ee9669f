import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAws, type CreateAwsOptions } from '../../../src/aws/create-aws.ts';
import { failureOf } from '../failure-of.ts';

const ROLE = 'role_arn = arn:aws:iam::123456789012:role/OnCall';
const KEYS = 'aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x';
const SSO = 'sso_account_id = 123456789012\nsso_role_name = OnCall';

let home = '';

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	vi.stubEnv('HOME', home);
	vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
	vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
	vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
	for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'])
		vi.stubEnv(name, undefined);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(home, { recursive: true });
});

/** The failure of a first call with the profile `ops` of this config. */
function failureWith(config: string, options: Partial<CreateAwsOptions> = {}) {
	writeFileSync(join(home, 'config'), config);
	const aws = createAws({ profile: 'ops', clock: { now: () => 0 }, requestHandler: answering(200, '{}'), ...options });
	return failureOf(aws.clusters('eu-west-1'));
}

function processThat(script: string): string {
	writeFileSync(join(home, 'vault.sh'), script);
	return `[profile ops]\ncredential_process = sh ${join(home, 'vault.sh')}`;
}

/** Answers everything alike; the hosts that were asked are written down. */
function answering(statusCode: number, body: string, hosts: string[] = []) {
	return {
		metadata: { handlerProtocol: 'http/1.1' },
		handle: async ({ hostname }: { hostname: string }) => {
			hosts.push(hostname);
			const { HttpResponse } = await import('@smithy/core/protocols');
			return { response: new HttpResponse({ statusCode, body: new TextEncoder().encode(body) }) };
		},
	};
}

function failing(code: string) {
	return {
		metadata: { handlerProtocol: 'http/1.1' },
		handle: () => Promise.reject(Object.assign(new Error(`connect ${code}`), { code })),
	};
}

test.each([
	['that fails', 'echo "vault: permission denied" >&2; exit 3', 'ended with status 3: vault: permission denied'],
	['that fails without a word', 'exit 3', 'ended with status 3 and said nothing.'],
	['that prints something else', 'echo junk', 'did not print one JSON object.'],
	['of another version', 'echo \'{"Version":2}\'', 'did not print "Version": 1.'],
	['that leaves out the keys', 'echo \'{"Version":1,"SecretAccessKey":"x"}\'', 'printed no AccessKeyId.'],
	[
		'that prints old keys',
		'echo \'{"Version":1,"AccessKeyId":"A","SecretAccessKey":"x","Expiration":"2020-01-01T00:00:00Z"}\'',
		'printed keys that expired: 2020-01-01T00:00:00Z.',
	],
])('a credential process %s is told with what it said', async (_name, script, message) => {
	expect(await failureWith(processThat(script))).toMatchObject({
		kind: 'no-credentials',
		message: `The credential_process of the profile ops ${message}`,
		next: 'Run it by hand, or correct the profile ops in ~/.aws/config.',
	});
});

test('a credential process that is not there is named', async () => {
	const { message } = await failureWith('[profile ops]\ncredential_process = /nonexistent/vault');
	expect(message).toMatch(/ended with status 127: .*\/nonexistent\/vault/u);
});

test('a credential process that hangs is told as such', async () => {
	const failure = await failureWith(processThat('exec sleep 100'), { timeLimitMs: 200 });
	expect(failure).toMatchObject({
		kind: 'timed-out',
		message: 'No complete answer within 0.2 s from the credential_process of the profile ops.',
		next: 'Run it by hand: it may wait for an answer at the terminal.',
	});
});

test.each([
	['that is not there', '[profile dev]', 'The profile ops could not be found.', 'aws configure list-profiles'],
	[
		'whose role has no source',
		`[profile ops]\n${ROLE}`,
		'The profile ops has a role_arn, but neither source_profile nor credential_source.',
		'Correct the profile ops',
	],
	[
		'whose source is not there',
		`[profile ops]\n${ROLE}\nsource_profile = base`,
		'The source_profile base of the profile ops could not be found.',
		'aws configure list-profiles',
	],
	[
		'whose source has no credentials',
		`[profile ops]\n${ROLE}\nsource_profile = base\n[profile base]\nregion = eu-west-1`,
		'The source_profile base of the profile ops has no credentials.',
		'Correct the profile base',
	],
	[
		'whose roles go round in a circle',
		`[profile ops]\n${ROLE}\nsource_profile = base\n[profile base]\n${ROLE}\nsource_profile = ops`,
		'The profiles ops → base → ops lead back to each other by source_profile.',
		'Correct the profile base',
	],
	[
		'whose role wants an MFA code',
		`[profile ops]\n${ROLE}\nsource_profile = base\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n[profile base]\n${KEYS}`,
		'The role of the profile ops wants an MFA code.',
		'aws sts get-session-token',
	],
	[
		'of a sign-in that is not there',
		`[profile ops]\nsso_session = corp\n${SSO}`,
		'The sso_session corp of the profile ops does not exist.',
		'Correct the profile ops',
	],
	[
		'whose web identity has no token',
		`[profile ops]\n${ROLE}\nweb_identity_token_file = /nonexistent/token`,
		'The web identity token file /nonexistent/token cannot be read (ENOENT).',
		'Check web_identity_token_file',
	],
])('a profile %s', async (_name, config, message, next) => {
	expect(await failureWith(config)).toMatchObject({
		kind: 'no-credentials',
		operation: 'ListClusters',
		message,
		next: expect.stringContaining(next) as string,
	});
});

test('a profile of the environment that is not there is named too', async () => {
	vi.stubEnv('AWS_PROFILE', 'nope');
	writeFileSync(join(home, 'config'), '[default]\nregion = eu-west-1\n');
	const aws = createAws({ clock: { now: () => 0 }, requestHandler: answering(200, '{}') });
	expect((await failureOf(aws.clusters('eu-west-1'))).message).toBe('The profile nope could not be found.');
});

test('a console sign-in that never was says how to', async () => {
	expect(await failureWith('[profile ops]\nlogin_session = arn:aws:iam::123456789012:user/ops')).toMatchObject({
		kind: 'expired-credentials',
		next: 'Run `aws login --profile ops`.',
	});
});

const ASSUMING = `[profile ops]\n${ROLE}\nsource_profile = base\n[profile base]\n${KEYS}\n`;

test('STS that cannot be reached is named, not the service that was to be read', async () => {
	expect(await failureWith(ASSUMING, { requestHandler: failing('ECONNREFUSED') })).toMatchObject({
		kind: 'unreachable',
		service: 'sts',
		operation: 'AssumeRole',
		message: 'Nothing accepts connections at sts.eu-west-1.amazonaws.com (ECONNREFUSED).',
		next: expect.stringContaining('Check the network and VPN') as string,
	});
});

test('STS that does not answer is named, and asked anew by the next call', async () => {
	const hosts: string[] = [];
	const handle = ({ hostname }: { hostname: string }, { abortSignal }: { abortSignal: AbortSignal }) => {
		hosts.push(hostname);
		return new Promise<never>((_, reject) => {
			abortSignal.addEventListener('abort', () => reject(new Error('aborted')));
		});
	};
	writeFileSync(join(home, 'config'), ASSUMING);
	const requestHandler = { metadata: { handlerProtocol: 'http/1.1' }, handle };
	const aws = createAws({ profile: 'ops', clock: { now: () => 0 }, requestHandler, timeLimitMs: 50 });
	expect(await failureOf(aws.clusters('eu-west-1'))).toMatchObject({
		kind: 'timed-out',
		service: 'sts',
		message: 'No complete answer within 0.05 s from sts.eu-west-1.amazonaws.com.',
	});
	await vi.waitFor(async () => {
		expect(await failureOf(aws.clusters('eu-west-1'))).toMatchObject({ kind: 'timed-out', service: 'sts' });
		expect(hosts.length).toBeGreaterThan(1);
	});
});

test('a role that may not be taken on names the permission', async () => {
	const refused =
		'<ErrorResponse><Error><Code>AccessDenied</Code><Message>User: me is not authorized to perform: sts:AssumeRole on resource: OnCall</Message></Error></ErrorResponse>';
	expect(await failureWith(ASSUMING, { requestHandler: answering(403, refused) })).toMatchObject({
		kind: 'denied',
		service: 'sts',
		operation: 'AssumeRole',
		next: expect.stringContaining('Ask for the IAM permission sts:AssumeRole') as string,
	});
});

test('STS is asked where the services section of the profile in use says', async () => {
	const hosts: string[] = [];
	const services = 'services = local\n[services local]\nsts =\n  endpoint_url = http://sts.test\n';
	await failureWith(ASSUMING.replace('[profile base]', `${services}[profile base]`), {
		requestHandler: answering(400, '', hosts),
	});
	expect(hosts).toEqual(['sts.test']);
});

test('an SSO portal that cannot be reached is named, with advice on the network; one that has forgotten us, to sign in', async () => {
	const { createHash } = await import('node:crypto');
	const { mkdirSync } = await import('node:fs');
	const cache = join(home, '.aws', 'sso', 'cache');
	mkdirSync(cache, { recursive: true });
	const token = { accessToken: 'token', expiresAt: '2999-01-01T00:00:00Z' };
	writeFileSync(join(cache, `${createHash('sha1').update('corp').digest('hex')}.json`), JSON.stringify(token));
	const session = '[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n';
	const config = `[profile ops]\nsso_session = corp\n${SSO}\n${session}`;
	const old = JSON.stringify({ __type: 'UnauthorizedException', message: 'Session token not found or invalid' });
	expect(await failureWith(config, { requestHandler: answering(401, old) })).toMatchObject({
		service: 'sso',
		next: 'Run `aws sso login --profile ops`.',
	});
	expect(await failureWith(config, { requestHandler: failing('ECONNREFUSED') })).toMatchObject({
		kind: 'unreachable',
		service: 'sso',
		operation: 'GetRoleCredentials',
		message: 'Nothing accepts connections at portal.sso.eu-west-1.amazonaws.com (ECONNREFUSED).',
		next: expect.stringContaining('Check the network and VPN') as string,
	});
});
