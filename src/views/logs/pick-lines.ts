import type { LogLine } from '../../model/log-line.ts';
import type { LogBuffer } from '../../store/log-tail.ts';

/** The lines that pass a test, in their order. */
export function pickLines(lines: LogBuffer, passes: (line: LogLine) => boolean): LogBuffer {
	const picked: LogLine[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines.at(at);
		if (line && passes(line)) picked.push(line);
	}
	return { length: picked.length, version: lines.version, at: (index) => picked[index] };
}
