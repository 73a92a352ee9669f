import type { CommandContext } from './command.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { MissingPart } from './gather.ts';
import { say } from './io.ts';
import { printJson } from './json/print-json.ts';
import { type PrintColumn, printTable } from './print-table.ts';
import { reportFailure } from './report-failure.ts';

/** A list on its way to stdout. */
export type List<Row> = {
	/** AWS's word for the rows, and the member of the document that has them: `services`. */
	readonly name: string;
	readonly rows: readonly Row[];
	readonly columns: readonly PrintColumn<Row>[];
	/** A row as the document has it; default: as it is. */
	readonly toJson?: (row: Row) => unknown;
	/** Other members of the document. */
	readonly more?: Readonly<Record<string, unknown>>;
	/** What is not in the list because it could not be read. */
	readonly missing?: readonly MissingPart[];
};

/**
 * Prints a list as a table or as one document. People see what there is, and on stderr what is missing; a script gets
 * all of it or nothing, because nobody reads the remark beside half a document.
 */
export function printList<Row>(
	{ args, io }: Pick<CommandContext<object>, 'args' | 'io'>,
	{ name, rows, columns, toJson = (row) => row, more, missing = [] }: List<Row>,
): ExitStatus {
	if (!args.json) printTable(io, columns, rows);
	else if (missing.length === 0) printJson(io, { ...more, [name]: rows.map(toJson) });
	for (const { part, error } of missing) {
		say(
			io,
			args.json
				? `deckwatch: nothing is printed, since ${part} cannot be read; --json prints all or nothing.`
				: `deckwatch: ${part} is missing from this list:`,
		);
		reportFailure(error, io);
	}
	if (missing.length > 0) return EXIT.aws;
	if (rows.length === 0)
		say(io, `deckwatch: There are no ${name} there. --profile, --region and --cluster say where to look.`);
	return EXIT.done;
}
