import { existsSync } from 'node:fs';
import type { Context } from '../../model/context.ts';
import { configPath } from '../config/config-path.ts';
import { contextsOf } from '../config/contexts-of.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { printJson } from '../json/print-json.ts';

/** The config is read, and refused with its lines, before any command runs; here it only has to say so. */
export const configCheck: Command<{ readonly action: string }> = {
	command: 'config <action>',
	describe: 'Check the config file: `config check`',
	builder: (yargs) => yargs.positional('action', { choices: ['check'], describe: 'What to do', demandOption: true }),
	async run({ args, config, io }) {
		const path = args.config ?? configPath(io.env);
		const settings = Object.keys(config);
		if (args.json) printJson(io, { path, config });
		else if (!existsSync(path)) io.stdout.write(`There is no config file; it would be ${path}. The defaults apply.\n`);
		else if (settings.length === 0) io.stdout.write(`${path}: sets nothing. The defaults apply.\n`);
		else {
			const contexts = contextsOf(config).map((context) => `  ${contextWords(context)}\n`);
			io.stdout.write(`${path}: sets ${settings.join(', ')}. All is well.\n${contexts.join('')}`);
		}
		return EXIT.done;
	},
};

/** `prod: account 111122223333 · eu-west-1 · clusters prod, prod-* · read-only`: what holds where, as it was understood. */
function contextWords(context: Context): string {
	const { name, profile, account, regions, clusters, readOnly } = context;
	const where = [
		...(account === undefined ? (profile === undefined ? [] : [`profile ${profile}`]) : [`account ${account}`]),
		...(regions ? [regions.join(', ')] : []),
		...(clusters ? [`clusters ${clusters.join(', ')}`] : []),
	];
	const rules = [...(readOnly ? ['read-only'] : []), ...(context.protected ? ['protected'] : [])];
	return `${name}: ${[...where, ...(rules.length === 0 ? ['no rules'] : rules)].join(' · ')}`;
}
