import { AwsCallError } from '../aws/aws-call-error.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { failureLines } from './failure-lines.ts';
import { type Io, say } from './io.ts';
import { logFailure } from './log-file.ts';
import { UsageError } from './usage-error.ts';

/**
 * Says on stderr what went wrong, for the person who has to go on, and answers the exit status. What nobody
 * expected goes into the log file, with its stack.
 */
export function reportFailure(error: unknown, io: Io, logFile?: string): ExitStatus {
	if (error instanceof UsageError) {
		say(io, `deckwatch: ${error.message}`);
		return EXIT.usage;
	}
	if (error instanceof AwsCallError) {
		for (const line of failureLines(error.failure)) say(io, line);
		return error.failure.kind === 'read-only' ? EXIT.readOnly : EXIT.aws;
	}
	say(io, `deckwatch: this should not have happened: ${error instanceof Error ? error.message : String(error)}`);
	if (logFile === undefined) say(io, '  This is a bug in deckwatch; with --log-file <file> the details are kept.');
	else {
		logFailure(logFile, error, io.now());
		say(io, `  This is a bug in deckwatch; the details are in ${logFile}.`);
	}
	return EXIT.failed;
}
