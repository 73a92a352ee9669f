import type { AwsFailure } from '../model/aws-failure.ts';
import { type Io, say } from './io.ts';

/** Says on stderr what AWS refuses while the command goes on: each trouble once, however often it is met. */
export function complainOnce(io: Io): (about: string, failure: AwsFailure) => void {
	const said = new Set<string>();
	return (about, { code, message, next }) => {
		const key = `${about} ${code}`;
		if (!said.has(key)) say(io, `deckwatch: ${about}: ${message} ${next}`);
		said.add(key);
	};
}
