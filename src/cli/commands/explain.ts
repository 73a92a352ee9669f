import { explainMessage } from '../../diagnosis/catalogue/explain-message.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { explainLines } from '../explain/explain-lines.ts';
import { explanationJson } from '../explain/explanation-json.ts';
import { explanationText } from '../explain/explanation-text.ts';
import { readAll } from '../explain/read-all.ts';
import type { Io } from '../io.ts';
import { printJson } from '../json/print-json.ts';
import { UsageError } from '../usage-error.ts';

type Arguments = { readonly message?: readonly string[]; readonly '--'?: readonly string[] };

/** A line longer than that is hard to read, however wide the screen is. */
const WIDEST = 100;

export const explain: Command<Arguments> = {
	command: 'explain [message..]',
	describe: 'Say what a message of ECS means and what to do; the message may come on stdin, with --json one a line',
	takesCommand: true,
	builder: (yargs) =>
		yargs.positional('message', {
			type: 'string',
			array: true,
			describe: 'An event, a stopped reason, an error: as AWS wrote it',
		}),
	async run({ args, io }) {
		const given = [...(args.message ?? []), ...(args['--'] ?? [])].join(' ');
		if (given.trim() === '' && args.json) return explainLines(piped(io), io);
		const text = given.trim() === '' ? await readAll(piped(io)) : given;
		if (text.trim() === '') throw new UsageError(WHICH);
		const told = explainMessage(text);
		if (args.json) printJson(io, explanationJson(told));
		else
			io.stdout.write(
				explanationText(told, io.stdout.isTTY ? Math.min(io.stdout.columns ?? WIDEST, WIDEST) : Infinity),
			);
		return EXIT.done;
	},
};

const WHICH =
	'Which message? `deckwatch explain "(service checkout) was unable to place a task…"`, or pipe it in; quotes keep the shell from it.';

/** @throws {UsageError} when nobody pipes anything in: a person would wait for an answer to nothing */
function piped({ stdin }: Io): NonNullable<Io['stdin']> {
	if (!stdin || stdin.isTTY) throw new UsageError(WHICH);
	return stdin;
}
