import type { Argv, Options } from 'yargs';

/** Options that every command takes. */
export const commonOptions = {
	context: {
		type: 'string',
		nargs: 1,
		describe: 'Context of the config file: its profile, regions and clusters',
		group: 'AWS:',
	},
	profile: { type: 'string', nargs: 1, describe: 'AWS profile', group: 'AWS:' },
	region: {
		type: 'string',
		array: true,
		nargs: 1,
		describe: 'AWS region; give several to see them together',
		group: 'AWS:',
	},
	cluster: {
		type: 'string',
		array: true,
		nargs: 1,
		alias: 'c',
		describe: 'ECS cluster by name, pattern or ARN',
		group: 'AWS:',
	},
	'endpoint-url': { type: 'string', nargs: 1, describe: 'Endpoint other than AWS, such as a drydock', group: 'AWS:' },
	refresh: { type: 'number', nargs: 1, describe: 'Least number of seconds between two readings of a thing (console)' },
	'read-only': { type: 'boolean', describe: 'Refuse everything that changes AWS' },
	demo: { type: 'string', describe: 'Run on the built-in simulator: shop, calm, big, oom …' },
	config: { type: 'string', nargs: 1, describe: 'Config file instead of ~/.config/deckwatch/config.yaml' },
	'log-file': { type: 'string', nargs: 1, describe: 'Where to log what goes wrong inside deckwatch' },
	json: { type: 'boolean', describe: 'One JSON document on stdout, JSON lines for streams' },
} as const satisfies Record<string, Options>;

/** The common options as parsed. */
export type CommonArguments = {
	readonly context?: string;
	readonly profile?: string;
	readonly region?: readonly string[];
	readonly cluster?: readonly string[];
	readonly endpointUrl?: string;
	readonly refresh?: number;
	readonly readOnly?: boolean;
	/** The scenario; '' when `--demo` stands alone. */
	readonly demo?: string;
	readonly config?: string;
	readonly logFile?: string;
	readonly json?: boolean;
};

/** Adds the common options, with `--region a,b` and repeated `--region a --region b` both allowed. */
export function withCommonOptions(yargs: Argv): Argv {
	return yargs
		.options(commonOptions)
		.coerce(
			['region', 'cluster'],
			(values: readonly string[] | undefined) =>
				values && [...new Set(values.flatMap((value) => value.split(',')).filter((value) => value !== ''))],
		);
}
