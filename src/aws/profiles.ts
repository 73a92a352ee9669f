import type { SharedConfigFiles } from '@smithy/types';
import { type SafeText, safeText } from '../model/safe-text.ts';

/** A profile of the shared AWS config, for choosing one. Names are as in the file; the rest is cleaned text. */
export type Profile = {
	readonly name: string;
	readonly region?: SafeText;
	/** Set when the profile signs in through IAM Identity Center. */
	readonly sso?: { readonly session?: SafeText; readonly accountId?: SafeText; readonly roleName?: SafeText };
	/** The role it takes on, when it does. */
	readonly roleArn?: SafeText;
};

/** The profile in use when none is named. */
export const DEFAULT_PROFILE = 'default';

type Environment = Readonly<Record<string, string | undefined>>;

/** Sections of the config file that are no profiles. */
const OTHER_SECTION = /^(?:sso-session|services)\./;

/** The shared config and credentials files; missing files are empty. Loads the SDK's reader on first use. */
export async function readSharedConfig(): Promise<SharedConfigFiles> {
	const { loadSharedConfigFiles } = await import('@smithy/core/config');
	return loadSharedConfigFiles({ ignoreCache: true });
}

/** All profiles, in alphabetical order with `default` first. */
export async function listProfiles(): Promise<readonly Profile[]> {
	return profilesIn(await readSharedConfig());
}

/** The profiles in these files. */
export function profilesIn({ configFile, credentialsFile }: SharedConfigFiles): readonly Profile[] {
	const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
	return [...names]
		.filter((name) => !OTHER_SECTION.test(name))
		.sort((a, b) => Number(b === 'default') - Number(a === 'default') || a.localeCompare(b))
		.map((name) => toProfile(name, { ...credentialsFile[name], ...configFile[name] }));
}

function toProfile(name: string, settings: Readonly<Record<string, string | undefined>>): Profile {
	const pick = <Key extends string>(key: Key, setting: string) =>
		settings[setting] ? ({ [key]: safeText(settings[setting]) } as Record<Key, SafeText>) : {};
	const sso = {
		...pick('session', 'sso_session'),
		...pick('accountId', 'sso_account_id'),
		...pick('roleName', 'sso_role_name'),
	};
	return {
		name,
		...pick('region', 'region'),
		...(settings['sso_session'] || settings['sso_start_url'] ? { sso } : {}),
		...pick('roleArn', 'role_arn'),
	};
}

/** The profile that the environment names, as the AWS CLI does; the SDK itself knows AWS_PROFILE only. */
export function environmentProfile(env: Environment = process.env): string | undefined {
	return env['AWS_PROFILE'] || env['AWS_DEFAULT_PROFILE'] || undefined;
}

/**
 * The region when none is named, as the AWS CLI resolves it: AWS_REGION, AWS_DEFAULT_REGION, then the profile's.
 * The environment wins over a named profile too.
 */
export async function defaultRegion(profile?: string): Promise<string | undefined> {
	return regionIn(await readSharedConfig(), process.env, profile);
}

export function regionIn(files: SharedConfigFiles, env: Environment, profile?: string): string | undefined {
	const name = profile ?? environmentProfile(env) ?? DEFAULT_PROFILE;
	return (
		env['AWS_REGION'] ||
		env['AWS_DEFAULT_REGION'] ||
		files.configFile[name]?.['region'] ||
		files.credentialsFile[name]?.['region']
	);
}
