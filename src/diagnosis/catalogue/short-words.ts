import { explainMessage } from './explain-message.ts';
import type { MessageKind } from './explanation.ts';

/** What a text of AWS's means, to be used inside a sentence: `its image does not exist`; undefined when it is none we know. */
export function shortWords(text: string, kind: MessageKind): string | undefined {
	const { id, short } = explainMessage(text, kind);
	return id === 'unknown' ? undefined : short;
}
