import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentEdits, environmentText } from '../../../src/actions/deploy/environment-text.ts';
import type { EditableContainer } from '../../../src/model/editable-task-definition.ts';

const container = (environment: Readonly<Record<string, string>>, members: object = {}): EditableContainer => ({
	name: 'app',
	image: 'app:1',
	environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
	...members,
});

/** The lines that are no remarks. */
const linesOf = (one: EditableContainer) =>
	environmentText(one)
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'));

describe('an environment as text', () => {
	test('has a line for each variable, in order, and quotes what a line would not keep', () => {
		const values = {
			PORT: '8080',
			EMPTY: '',
			URL: 'a=b&c',
			TWO: 'one\ntwo',
			BLANK: ' x ',
			QUOTED: '"x"',
			HASH: '#1',
			ESC: '\u001b[31m',
		};
		expect(linesOf(container(values))).toEqual([
			'PORT=8080',
			'EMPTY=',
			'URL=a=b&c',
			'TWO="one\\ntwo"',
			'BLANK=" x "',
			'QUOTED="\\"x\\""',
			'HASH=#1',
			'ESC="\\u001b[31m"',
		]);
	});

	test('names secrets and files, and tells neither', () => {
		const secrets = [{ name: 'TOKEN', valueFrom: 'arn:aws:secretsmanager:x:1:secret:token' }];
		const text = environmentText(
			container({}, { secrets, environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::shop/app.env' }] }),
		);
		expect(text).toContain('# TOKEN comes from a secret\n');
		expect(text).toContain('# more comes from the file arn:aws:s3:::shop/app.env\n');
		expect(text).not.toContain('secretsmanager');
	});

	test('a remark cannot become a line', () => {
		expect(linesOf(container({ 'A B\nC': '1' }, { secrets: [{ name: 'X\nEVIL=1' }] }))).toEqual([]);
	});

	test('nothing is lost there and back, whatever is in it', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })),
				(values) => {
					const one = container(values);
					expect(environmentEdits(one, environmentText(one))).toEqual({ edits: {} });
				},
			),
			{ numRuns: 30 },
		);
	});

	test('any value can be given to a variable', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (value) => {
				const text = environmentText(container({ NEW: value }));
				expect(environmentEdits(container({}), text)).toEqual({ edits: { NEW: value } });
			}),
		);
	});
});

describe('an edited text', () => {
	const before = container({ KEEP: 'x', PORT: '80', OLD: '1', 'AN ODD NAME': 'y' }, { secrets: [{ name: 'TOKEN' }] });

	test('says what was set, added and taken away, and nothing of the rest', () => {
		const text = '# a remark\r\n  # and another\n\nKEEP=x\r\nPORT=81\nNEW=a b  \nJSON="two\\nlines"';
		expect(environmentEdits(before, text)).toEqual({
			edits: { PORT: '81', NEW: 'a b  ', JSON: 'two\nlines', OLD: null },
		});
	});

	test('all may be taken away, but for what no line can say', () => {
		expect(environmentEdits(before, '')).toEqual({ edits: { KEEP: null, PORT: null, OLD: null } });
	});

	test('names each bad line by its number, and changes nothing', () => {
		const text = ['KEEP=x', 'PORT 80', '=1', 'MY NAME=1', 'KEEP=y', 'A="x', 'B=""', 'TOKEN=1', ' C=1'].join('\n');
		expect(environmentEdits(before, text)).toEqual({
			bad: [
				{ line: 2, text: 'there is no = in it: write NAME=value, or # before a remark' },
				{ line: 3, text: 'there is no name before the =' },
				{ line: 4, text: '"MY NAME" is no name: blanks do not belong there' },
				{ line: 5, text: 'KEEP is there twice, in line 1, too' },
				{
					line: 6,
					text: 'A begins with a double quote, and is no JSON string: close it, and write \\" for one within',
				},
				{ line: 8, text: 'TOKEN comes from a secret: it cannot be both' },
				{ line: 9, text: '" C" is no name: blanks do not belong there' },
			],
		});
	});
});
