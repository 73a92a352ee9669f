import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { UsageError } from './usage-error.ts';

/**
 * Makes sure that failures can be written, before there is one.
 * @throws {UsageError} when the file cannot be written
 */
export function openLogFile(path: string): void {
	try {
		appendFileSync(path, '');
	} catch (error) {
		throw new UsageError(`--log-file: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** Appends the failure with its stack, its causes and the time, epoch ms. */
export function logFailure(path: string, error: unknown, at: number): void {
	appendFileSync(path, `${new Date(at).toISOString()} ${inspect(error)}\n`);
}
