import type { AwsFailure } from '../model/aws-failure.ts';
import { failureLines } from './failure-lines.ts';
import { type Io, say } from './io.ts';

/** Says on stderr what AWS refuses while the command goes on: each trouble once, however often it is met. */
export function complainOnce(io: Io): (about: string, failure: AwsFailure) => void {
	const said = new Set<string>();
	return (about, failure) => {
		const key = `${about} ${failure.code}`;
		if (!said.has(key)) for (const line of failureLines(failure, `${about}: `)) say(io, line);
		said.add(key);
	};
}
