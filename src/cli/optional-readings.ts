import { AwsCallError } from '../aws/aws-call-error.ts';
import { complainOnce } from './complain-once.ts';
import type { Io } from './io.ts';

/** Awaits a reading that may be refused: then that is said, and the command goes on with undefined. */
export type Optional = <T>(what: string, read: Promise<T>) => Promise<T | undefined>;

/**
 * Makes the function for a command.
 * @param goesOn how the command goes on without what was refused: `STATE and WHY are judged without`
 */
export function optionalReadings(io: Io, goesOn: string): Optional {
	const complain = complainOnce(io);
	return async (what, read) => {
		try {
			return await read;
		} catch (error) {
			if (!(error instanceof AwsCallError) || io.signal.aborted) throw error;
			complain(`${goesOn} ${what}`, error.failure);
			return undefined;
		}
	};
}
