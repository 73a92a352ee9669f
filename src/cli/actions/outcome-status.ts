import type { Outcome } from '../../actions/outcome.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';

/** The exit status that tells a script how it went. */
export function statusOf({ state, failure }: Outcome): ExitStatus {
	switch (state) {
		case 'done':
			return EXIT.done;
		case 'timed-out':
			return EXIT.timedOut;
		case 'left':
			return EXIT.interrupted;
		case 'failed':
		case 'unknown':
			if (failure?.kind === 'read-only') return EXIT.readOnly;
			return failure ? EXIT.aws : EXIT.operationFailed;
	}
}
