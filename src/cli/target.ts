import type { Aws, AwsChanges } from '../aws/aws.ts';
import { proxyIn } from '../aws/proxy.ts';
import { checkEndpoint, checkRegions } from './check-target.ts';
import { configPath } from './config/config-path.ts';
import { contextsOf } from './config/contexts-of.ts';
import type { Config } from './config/config-schema.ts';
import type { Demo } from './demo.ts';
import { checkAccount, contextNamed } from './in-context.ts';
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
 * @param changes whether it may be changed: the client refuses otherwise, whoever calls
 * @throws {UsageError} when no region is known, or the context asked for is of another account
 */
export async function openTarget(
	args: CommonArguments,
	config: Config,
	io: Io,
	{ demo, changes }: { readonly demo: Demo | undefined; readonly changes: boolean },
): Promise<Target> {
	const file = args.config ?? configPath(io.env);
	const target = await unchecked(args, config, io, { demo, changes, file });
	if (args.context === undefined) return target;
	try {
		await checkAccount(contextNamed(args.context, config, file), target.aws, target.regions[0]);
	} catch (error) {
		target.close();
		throw error;
	}
	return target;
}

async function unchecked(
	args: CommonArguments,
	config: Config,
	io: Io,
	{ demo, changes, file }: { readonly demo: Demo | undefined; readonly changes: boolean; readonly file: string },
): Promise<Target> {
	const { createAws } = await import('../aws/create-aws.ts');
	const clock = { now: io.now };
	const rules = { contexts: contextsOf(config), file };
	const readOnly = !changes || (args.readOnly ?? config.readOnly ?? false);
	const asked = await regionsAsked(args, config, io);
	if (demo) {
		const { url, regions, credentials } = demo;
		const aws = createAws({ endpointUrl: url, credentials, clock, readOnly, rules, demo: true });
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
	for (const [setting, url] of [...endpointsSet(args, config, io), ...proxiesSet(io)]) checkEndpoint(url, setting);
	const aws = createAws({
		...(profile === undefined ? {} : { profile }),
		...(endpointUrl === undefined ? {} : { endpointUrl }),
		clock,
		readOnly,
		rules,
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
	if (args.region) return checkRegions(args.region, '--region');
	if (args.demo !== undefined) return [];
	if (config.regions) return checkRegions(config.regions, 'regions in the config file');
	for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
		const region = io.env[name];
		if (region) return checkRegions([region], name);
	}
	const { defaultRegion, environmentProfile, profileNames } = await import('../aws/profiles.ts');
	const profile = args.profile ?? config.profile;
	const region = await defaultRegion(profile);
	if (region) return checkRegions([region], 'region in the AWS config');
	const named = profile ?? environmentProfile(io.env);
	if (named && !(await profileNames()).includes(named)) {
		throw new UsageError(
			`The profile ${named} could not be found. \`aws configure list-profiles\` lists those there are.`,
		);
	}
	throw new UsageError(
		'No AWS region is set. Give --region, set AWS_REGION, or write `regions:` into the config file.',
	);
}

/** The addresses of servers in place of AWS that count, each with the setting it is from. */
function endpointsSet(args: CommonArguments, config: Config, { env }: Io): readonly (readonly [string, string])[] {
	if (args.endpointUrl !== undefined) return [['--endpoint-url', args.endpointUrl]];
	if (config.endpointUrl !== undefined) return [['endpointUrl in the config file', config.endpointUrl]];
	return Object.entries(env).flatMap(([name, url]) =>
		/^AWS_ENDPOINT_URL(?:_|$)/u.test(name) && url ? [[name, url]] : [],
	);
}

function proxiesSet({ env }: Io): readonly (readonly [string, string])[] {
	return (['HTTP_PROXY', 'HTTPS_PROXY'] as const).flatMap((name) => {
		const url = proxyIn(env, name);
		return url === undefined ? [] : [[name, url] as const];
	});
}
