import type { SharedConfigFiles } from '@smithy/types';

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

/** The names of all profiles, in alphabetical order with `default` first. */
export async function profileNames(): Promise<readonly string[]> {
	return profilesIn(await readSharedConfig());
}

/** The profiles in these files. */
export function profilesIn({ configFile, credentialsFile }: SharedConfigFiles): readonly string[] {
	const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
	return [...names]
		.filter((name) => !OTHER_SECTION.test(name))
		.sort((a, b) => Number(b === 'default') - Number(a === 'default') || a.localeCompare(b));
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
