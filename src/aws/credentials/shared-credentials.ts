import type { AwsCredentialIdentity, Logger, SharedConfigFiles } from '@smithy/types';
import { AWS_SERVICES } from '../aws-services.ts';
import { configuredEndpoint } from '../endpoint.ts';
import { DEFAULT_PROFILE, environmentProfile, readSharedConfig } from '../profiles.ts';
import { type Asked, type Handler, notingHandler } from './asked.ts';
import { credentialProcess } from './credential-process.ts';
import { CredentialsError } from './credentials-error.ts';
import type { CredentialsSource } from './credentials-source.ts';
import { profileCredentials, profileSettings, type ProfileWays } from './profile-credentials.ts';
import { untilTheyExpire } from './until-they-expire.ts';

/** The client whose call waits for credentials, as the SDK tells its providers. */
type Caller = { readonly region: () => Promise<string>; readonly requestHandler: Handler };

/** The SDK's warnings go to the terminal otherwise, in the middle of the screen. */
const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Credentials as the AWS CLI finds them: environment, shared config (SSO, assume-role, credential process), web
 * identity, container and instance roles. One provider serves all clients, so they are resolved once and renewed
 * shortly before they expire. Nothing is loaded before the first call, and then from the files as they are.
 *
 * A profile does not go through the SDK's chain, which forgets why the profile has none, and says that nobody has.
 *
 * @param closing ends what is under way
 * @param timeLimitMs for one request on the way
 */
export function sharedCredentials(
	profile: string | undefined,
	closing: AbortSignal,
	timeLimitMs: number,
): CredentialsSource {
	let asked: Asked | undefined;
	const note = (one: Asked | undefined): void => {
		asked = one;
	};

	async function load(caller: Caller): Promise<AwsCredentialIdentity> {
		note(undefined);
		const named = profile ?? environmentProfile();
		const name = named ?? DEFAULT_PROFILE;
		const files = await readSharedConfig();
		const hasKeys = process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY'];
		const options = providerOptions(caller, notingHandler(caller.requestHandler, note, timeLimitMs));
		if (named !== undefined || (!hasKeys && profileSettings(files, name))) {
			const own = await profileCredentials(files, waysOf({ files, name, options, caller, note, closing }), name);
			if (own) return own;
		}
		const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
		return fromNodeProviderChain({ ...options, ...(named === undefined ? {} : { profile: named }) })();
	}

	return {
		provider: untilTheyExpire((properties) => load(properties?.['callerClientConfig']).catch(rethrow)),
		asked: () => asked,
	};
}

/** The only file whose lack the SDK tells in Node's words. */
function rethrow(error: NodeJS.ErrnoException): never {
	if (error.path === undefined) throw error;
	throw new CredentialsError(`The web identity token file ${error.path} cannot be read (${error.code}).`, {
		code: 'CredentialRetrievalError',
		next: 'Check web_identity_token_file of the profile, or AWS_WEB_IDENTITY_TOKEN_FILE.',
	});
}

/** What the SDK's providers get. */
function providerOptions(caller: Caller, requestHandler: Handler) {
	const clientConfig = { requestHandler, logger: SILENT };
	return { logger: SILENT, ignoreCache: true, clientConfig, parentClientConfig: { ...caller, ...clientConfig } };
}

type Surroundings = {
	readonly files: SharedConfigFiles;
	/** The profile in use: its settings say where STS is, as the AWS CLI has it, not those of each one on the way. */
	readonly name: string;
	readonly options: ReturnType<typeof providerOptions>;
	readonly caller: Caller;
	readonly note: (asked: Asked) => void;
	readonly closing: AbortSignal;
};

function waysOf({ files, name, options, caller, note, closing }: Surroundings): ProfileWays {
	return {
		direct: async (profile) => {
			const { fromIni } = await import('@aws-sdk/credential-providers');
			return fromIni({ ...options, profile })();
		},
		run: (command, profile) => {
			note({ program: `the credential_process of the profile ${profile}` });
			return credentialProcess(command, profile, closing);
		},
		assume: async (credentials, settings) => {
			const endpoint = configuredEndpoint('STS', { env: process.env, files, profile: name });
			const sts = await AWS_SERVICES.sts.create({
				credentials,
				region: settings['region'] ?? (await caller.region()),
				requestHandler: options.clientConfig.requestHandler,
				ignoreConfiguredEndpointUrls: true,
				...(endpoint ? { endpoint } : {}),
			});
			const { Credentials: keys } = await sts.assumeRole({
				RoleArn: settings['role_arn'],
				RoleSessionName: settings['role_session_name'] ?? `deckwatch-${Date.now()}`,
				ExternalId: settings['external_id'],
				DurationSeconds: Number(settings['duration_seconds'] ?? 3600),
			});
			return {
				accessKeyId: keys?.AccessKeyId ?? '',
				secretAccessKey: keys?.SecretAccessKey ?? '',
				...(keys?.SessionToken ? { sessionToken: keys.SessionToken } : {}),
				...(keys?.Expiration ? { expiration: keys.Expiration } : {}),
			};
		},
	};
}
