import { safeText } from '../../model/safe-text.ts';
import type { Fields } from './explanation.ts';
import { readFields } from './fields.ts';
import { joinLines } from './join-lines.ts';
import { plain } from './plain.ts';
import { unwrap, type Wrapper } from './unwrap.ts';

/** A text of AWS's, made ready to be recognised. */
export type Message = {
	/** All of it, on one line, with straight quotes. */
	readonly text: string;
	/** What is judged: without the subject in front (service, task, port), the sentence around it, and names inside it. */
	readonly core: string;
	/** The sentences that stood around the core: they tell who speaks. */
	readonly wrappers: readonly Wrapper[];
	readonly fields: Fields;
};

/** More than the longest of AWS's texts; what stands behind it decides nothing. */
const MAX = 8192;

/** Makes a text ready, however it was quoted, wrapped or cut. Linear; never throws. */
export function toMessage(raw: string, wrapsWords = false): Message {
	const text = straighten(joinLines(raw.slice(0, 4 * MAX), wrapsWords)).slice(0, MAX);
	const { core, fields: subject, wrappers } = unwrap(text);
	const fields = { ...subject, ...readFields(text, core) };
	return { text, core: withoutNames(core, fields), wrappers, fields };
}

/** Curly quotes, hard spaces, escape sequences, JSON and HTML are of whoever showed the text, not of AWS. */
function straighten(text: string): string {
	return plain(safeText(text, { max: 4 * MAX }))
		.replaceAll(/[‘’‛′]/gu, "'")
		.replaceAll(/[“”‟″]/gu, '"')
		.replaceAll(/[\s⏎]+/gu, ' ')
		.trim();
}

/** The name of an image or a secret may hold any word: `shop/not-found:403`. It must not decide. */
function withoutNames(core: string, { image, repository, command }: Fields): string {
	let bare = core.replaceAll(/\barn:aws[\w-]*:\S+/gu, '<arn>').replaceAll(/\bhttps?:\/\/\S+/gu, '<url>');
	for (const name of [image, repository, command]) {
		if (name !== undefined && name.length > 2) bare = bare.replaceAll(name, '<name>');
	}
	return bare;
}
