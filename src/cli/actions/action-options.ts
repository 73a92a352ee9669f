import type { Argv } from 'yargs';

/** What every command that changes AWS takes. */
export type ActionArguments = {
	readonly yes?: boolean;
	/** The name of the service, as a protected context wants it typed. */
	readonly confirm?: string;
	readonly dryRun?: boolean;
	readonly timeout: string;
};

/** The options of a command that changes AWS. */
export function withActionOptions(yargs: Argv): Argv {
	return yargs
		.option('yes', { type: 'boolean', alias: 'y', describe: 'Do not ask' })
		.option('confirm', {
			type: 'string',
			nargs: 1,
			describe: 'Do not ask: it is this service, also in a protected context',
		})
		.option('dry-run', { type: 'boolean', describe: 'Show the plan, change nothing' })
		.option('timeout', { type: 'string', nargs: 1, default: '10m', describe: 'How long to follow it' });
}
