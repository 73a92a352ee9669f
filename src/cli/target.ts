import type { Aws, AwsChanges } from '../aws/aws.ts';
import { safeText } from '../model/safe-text.ts';
import type { Config } from './config/config-schema.ts';
import type { Demo } from './demo.ts';
import type { Io } from './io.ts';
import type { CommonArguments } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The AWS account (or the drydock) that a command looks at. */
export type Target = {
	readonly aws: Aws & AwsChanges;
	/** Whether `aws` refuses to change anything. */
	readonly readOnly: boolean;
	readonly regions: readonly string[];
	/** Names or ARNs of the clusters asked for; empty means all. */
	readonly clusterNames: readonly string[];
	readonly close: () => void;
};

/**
 * Opens what the options and the config point at.
 * @param demo the drydock to look at, for `--demo`; its caller stops it
 * @throws {UsageError} when no region is known
 */
export async function openTarget(
	args: CommonArguments,
	config: Config,
	io: Io,
	demo: Demo | undefined,
): Promise<Target> {
	const { createAws } = await import('../aws/create-aws.ts');
	const clock = { now: io.now };
	const readOnly = args.readOnly ?? config.readOnly ?? false;
	const asked = await regionsAsked(args, config, io);
	if (demo) {
		const { url, regions, credentials } = demo;
		const aws = createAws({ endpointUrl: url, credentials, clock, readOnly });
		return {
			aws,
			readOnly,
			regions: asked.length > 0 ? asked : regions,
			clusterNames: args.cluster ?? [],
			close: aws.close,
		};
	}
	const profile = args.profile ?? config.profile;
	const endpointUrl = args.endpointUrl ?? config.endpointUrl;
	const aws = createAws({
		...(profile === undefined ? {} : { profile }),
		...(endpointUrl === undefined ? {} : { endpointUrl }),
		clock,
		readOnly,
	});
	return {
		aws,
		readOnly,
		regions: asked,
		clusterNames: args.cluster ?? config.clusters ?? [],
		close: aws.close,
	};
}

/**
 * The regions to look at: the options', the config's, or the one that the AWS CLI would use. None for a demo, which
 * knows its own.
 * @throws {UsageError} when no region is known
 */
export async function regionsAsked(args: CommonArguments, config: Config, io: Io): Promise<readonly string[]> {
	const asked = args.region ?? (args.demo === undefined ? config.regions : []);
	if (asked) return asked.map((region) => safeText(region));
	const region = io.env['AWS_REGION'] || io.env['AWS_DEFAULT_REGION'] || (await profileRegion(args, config));
	if (region) return [safeText(region)];
	throw new UsageError(
		'No AWS region is set. Give --region, set AWS_REGION, or write `regions:` into the config file.',
	);
}

async function profileRegion(args: CommonArguments, config: Config): Promise<string | undefined> {
	const { defaultRegion } = await import('../aws/profiles.ts');
	return defaultRegion(args.profile ?? config.profile);
}
