import { existsSync } from 'node:fs';
import { configPath } from '../config/config-path.ts';
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
		else io.stdout.write(`${path}: sets ${settings.join(', ')}. All is well.\n`);
		return EXIT.done;
	},
};
