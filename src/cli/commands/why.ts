import { SEVERITIES } from '../../diagnosis/finding.ts';
import type { Command } from '../command.ts';
import type { WhyArguments } from '../run/why.ts';

export const why: Command<WhyArguments> = {
	command: 'why [service]',
	describe: 'Say what is wrong, why, since when, and what to do',
	builder: (yargs) =>
		yargs.positional('service', { type: 'string', describe: 'Service by name or ARN' }).option('fail-on', {
			choices: SEVERITIES,
			describe: 'Exit with 6 when something this severe is found, or worse',
		}),
	async run(context) {
		const { runWhy } = await import('../run-commands.ts');
		return runWhy(context);
	},
};
