import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BLOCKS } from '../../../src/diagnosis/catalogue/blocks.ts';
import { explainMessage } from '../../../src/diagnosis/catalogue/explain-message.ts';
import type { MessageKind } from '../../../src/diagnosis/catalogue/explanation.ts';

type Wording = { readonly expect: string; readonly text: string; readonly kind?: MessageKind };

const read = (name: string) =>
	readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Wording);

/** Wordings of the Amazon ECS developer guide, of amazon-ecs-agent and of the API references. */
const WORDINGS = read('wordings.jsonl');

test.each(WORDINGS)('$expect: $text', ({ expect: id, text, kind }) => {
	expect(explainMessage(text, kind).id).toBe(id);
});

test('there is a wording for every entry', () => {
	const known = new Set([...WORDINGS, ...read('messages.jsonl')].map((wording) => wording.expect));
	expect(BLOCKS.flatMap(({ entries }) => entries.map(({ id }) => id)).filter((id) => !known.has(id))).toEqual([]);
});
