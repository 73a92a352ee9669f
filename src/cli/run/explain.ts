import { explainMessage } from '../../diagnosis/catalogue/explain-message.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { explainLines } from '../explain/explain-lines.ts';
import { explanationJson } from '../explain/explanation-json.ts';
import { explanationText } from '../explain/explanation-text.ts';
import { readAll } from '../explain/read-all.ts';
import type { Io } from '../io.ts';
import { printJson } from '../json/print-json.ts';
import { UsageError } from '../usage-error.ts';

export type ExplainArguments = { readonly message?: readonly string[]; readonly '--'?: readonly string[] };

/** A line longer than that is hard to read, however wide the screen is. */
const WIDEST = 100;

export async function runExplain({ args, io }: CommandContext<ExplainArguments>): Promise<ExitStatus> {
	const given = [...(args.message ?? []), ...(args['--'] ?? [])].join(' ');
	if (given.trim() === '' && args.json) return explainLines(piped(io), io);
	const text = given.trim() === '' ? await readAll(piped(io)) : given;
	if (text.trim() === '') throw new UsageError(WHICH);
	const told = explainMessage(text);
	if (args.json) printJson(io, explanationJson(told));
	else
		io.stdout.write(explanationText(told, io.stdout.isTTY ? Math.min(io.stdout.columns ?? WIDEST, WIDEST) : Infinity));
	return EXIT.done;
}

const WHICH =
	'Which message? `deckwatch explain "(service checkout) was unable to place a task…"`, or pipe it in; quotes keep the shell from it.';

/** @throws {UsageError} when nobody pipes anything in: a person would wait for an answer to nothing */
function piped({ stdin }: Io): NonNullable<Io['stdin']> {
	if (!stdin || stdin.isTTY) throw new UsageError(WHICH);
	return stdin;
}
