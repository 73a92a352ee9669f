import { chordLabel } from '../../keymap/chord.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { printJson } from '../json/print-json.ts';
import { printTable } from '../print-table.ts';

export const keys: Command = {
	command: 'keys',
	describe: 'List the keys of the console, with your own from the config file',
	async run({ args, config, io }) {
		const { allBindings } = await import('../../app/all-bindings.ts');
		const { everywhere, cover, dialog, panes } = allBindings(config.keys);
		const rows = [everywhere, cover, dialog, ...panes].flatMap(({ scope, bindings }) =>
			bindings.map((binding) => ({
				scope,
				id: binding.id,
				keys: binding.keys,
				label: binding.label,
				help: binding.help ?? binding.label,
			})),
		);
		if (args.json) printJson(io, { keys: rows });
		else {
			printTable(
				io,
				[
					{ title: 'WHERE', text: ({ scope }) => scope },
					{ title: 'KEYS', text: (row) => row.keys.map(chordLabel).join(' ') },
					{ title: 'ID', text: ({ id }) => id },
					{ title: 'DOES', text: ({ help }) => help },
				],
				rows,
			);
		}
		return EXIT.done;
	},
};
