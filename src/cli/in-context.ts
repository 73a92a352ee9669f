import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import type { Context } from '../model/context.ts';
import { closest } from './closest.ts';
import { contextsOf } from './config/contexts-of.ts';
import type { Config } from './config/config-schema.ts';
import type { CommonArguments } from './options.ts';
import { UsageError } from './usage-error.ts';

/**
 * The options with the profile, regions and clusters of `--context`, where they do not say their own.
 * @param file the config file, for the person who has to correct it
 * @throws {UsageError} when there is no such context
 */
export function inContext(args: CommonArguments, config: Config, file: string): CommonArguments {
	if (args.context === undefined) return args;
	const context = contextNamed(args.context, config, file);
	const profile = args.profile ?? context.profile;
	const region = args.region ?? context.regions;
	const cluster = args.cluster ?? context.clusters;
	return { ...args, ...(profile ? { profile } : {}), ...(region ? { region } : {}), ...(cluster ? { cluster } : {}) };
}

/** @throws {UsageError} when there is none of this name */
export function contextNamed(name: string, config: Config, file: string): Context {
	const contexts = contextsOf(config);
	const found = contexts.find((context) => context.name === name);
	if (found) return found;
	const names = contexts.map((context) => context.name);
	const meant = closest(name, names);
	throw new UsageError(
		names.length === 0
			? `There is no context "${name}": ${file} names none under \`contexts:\`.`
			: `There is no context "${name}" in ${file}.${meant === undefined ? '' : ` Did you mean ${meant}?`} There are: ${names.join(', ')}.`,
	);
}

/**
 * Refuses credentials of another account than the context's: whoever names a context means that one. Where the account
 * cannot be asked for, the first call will say why.
 * @throws {UsageError}
 */
export async function checkAccount(
	{ name, account, profile }: Context,
	aws: Pick<Aws, 'identity'>,
	region: string | undefined,
): Promise<void> {
	if (account === undefined || region === undefined) return;
	const identity = await aws.identity(region).catch((error: unknown) => {
		if (error instanceof AwsCallError) return undefined;
		throw error;
	});
	if (identity === undefined || identity.account === account) return;
	throw new UsageError(
		`The context ${name} is account ${account}, and these credentials are of ${identity.account}.\n` +
			(profile === undefined
				? `  Give it a \`profile:\` in the config file, or choose one with --profile.`
				: `  Check the profile ${profile} in ~/.aws/config, and the environment.`),
	);
}
