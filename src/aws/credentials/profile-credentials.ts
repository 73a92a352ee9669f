import type { AwsCredentialIdentity, SharedConfigFiles } from '@smithy/types';
import { CredentialsError } from './credentials-error.ts';

type Settings = Readonly<Record<string, string | undefined>>;
type Credentials = Promise<AwsCredentialIdentity>;

/** How the credentials of one profile are got, once it is known which way. */
export type ProfileWays = {
	/** Keys, sign-ins, tokens, roles of the machine: what needs no other profile. */
	readonly direct: (profile: string) => Credentials;
	readonly run: (command: string, profile: string) => Credentials;
	/** Takes on the profile's role with the keys of its source. */
	readonly assume: (source: AwsCredentialIdentity, settings: Settings) => Credentials;
};

/** One of these makes credentials without any other profile or program. */
const DIRECT = ['aws_access_key_id', 'sso_session', 'sso_start_url', 'sso_account_id', 'login_session'];

/** The settings of a profile; those of the credentials file go before those of the config file, as in all SDKs. */
export function profileSettings(files: SharedConfigFiles, name: string): Settings | undefined {
	const { [name]: config } = files.configFile;
	const { [name]: credentials } = files.credentialsFile;
	return config || credentials ? { ...config, ...credentials } : undefined;
}

/**
 * The credentials of a profile of the shared config; undefined when it has settings, but none about credentials.
 * @throws {CredentialsError} for what is wrong with the profiles themselves, and what `ways` throw
 */
export async function profileCredentials(
	files: SharedConfigFiles,
	ways: ProfileWays,
	name: string,
	above: readonly string[] = [],
): Promise<AwsCredentialIdentity | undefined> {
	const settings = profileSettings(files, name);
	if (!settings) throw notThere(name, above.at(-1));
	const { role_arn: role, source_profile: source, credential_source: machine, credential_process: command } = settings;
	if (above.length > 0 && settings['aws_access_key_id'] !== undefined) return ways.direct(name);
	if (role !== undefined && settings['web_identity_token_file'] === undefined) {
		if (settings['mfa_serial'] !== undefined) throw wantsMfa(name);
		if (source === undefined) {
			if (machine !== undefined) return ways.direct(name);
			throw wrong(`The profile ${name} has a role_arn, but neither source_profile nor credential_source.`, name);
		}
		if (machine !== undefined) throw wrong(`The profile ${name} has both source_profile and credential_source.`, name);
		const chain = [...above, name];
		if (chain.includes(source) && (source !== name || settings['aws_access_key_id'] === undefined)) {
			throw wrong(`The profiles ${[...chain, source].join(' → ')} lead back to each other by source_profile.`, name);
		}
		const keys = await (source === name ? ways.direct(name) : profileCredentials(files, ways, source, chain));
		if (!keys) throw wrong(`The source_profile ${source} of the profile ${name} has no credentials.`, source);
		return ways.assume(keys, settings);
	}
	const session = settings['sso_session'];
	if (session !== undefined && files.configFile[`sso-session.${session}`] === undefined) {
		throw wrong(`The sso_session ${session} of the profile ${name} does not exist.`, name);
	}
	if (command !== undefined && settings['aws_access_key_id'] === undefined) return ways.run(command, name);
	const isDirect = role !== undefined || DIRECT.some((setting) => settings[setting] !== undefined);
	return isDirect ? ways.direct(name) : undefined;
}

function notThere(name: string, above: string | undefined): CredentialsError {
	const who = above === undefined ? `The profile ${name}` : `The source_profile ${name} of the profile ${above}`;
	return new CredentialsError(`${who} could not be found.`, {
		code: 'ProfileNotFound',
		next: '`aws configure list-profiles` lists those there are; --profile and AWS_PROFILE say which.',
	});
}

function wrong(message: string, profile: string): CredentialsError {
	return new CredentialsError(message, {
		code: 'InvalidConfigError',
		next: `Correct the profile ${profile} in ~/.aws/config.`,
	});
}

function wantsMfa(profile: string): CredentialsError {
	return new CredentialsError(`The role of the profile ${profile} wants an MFA code.`, {
		code: 'MultiFactorRequired',
		next: 'deckwatch does not ask for MFA codes: start it with session credentials (`aws sts get-session-token`).',
	});
}
