import type { LogLine } from '../../model/log-line.ts';
import { safeText } from '../../model/safe-text.ts';

/** A place in a log, as of a line: behind all lines up to a time. */
export function endOf(timestamp: number): LogLine {
	return { eventId: '', timestamp, ingestedAt: Infinity, source: NOWHERE, text: safeText('') };
}

const NOWHERE = { region: '', group: '', stream: '', container: '', taskArn: '' };
