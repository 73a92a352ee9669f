import { expect, test } from 'vitest';
import { containersOf, efsVolumesOf, executionRoleOf } from '../../src/diagnosis/document-of.ts';
import { revision } from './rules/capacity.ts';

const EVIL = '\u009d8;;http://evil\u009cna\u202eme\u001b[2J';

test('what a document says is text that can be shown: it is kept as AWS delivered it', () => {
	const [definition] = Object.values(revision(43));
	if (!definition) throw new Error('no definition');
	const document = {
		executionRoleArn: `arn:aws:iam::111122223333:role/${EVIL}`,
		volumes: [{ efsVolumeConfiguration: { fileSystemId: EVIL, rootDirectory: EVIL } }],
		containerDefinitions: [
			{
				name: EVIL,
				image: EVIL,
				secrets: [{ name: EVIL, valueFrom: EVIL }],
				logConfiguration: { logDriver: EVIL, options: { mode: EVIL } },
			},
		],
	};
	const evil = { ...definition, document };
	expect(containersOf(evil)).toMatchObject([
		{ name: 'name', image: 'name', secrets: [{ name: 'name', valueFrom: 'name' }], logOptions: { mode: 'name' } },
	]);
	expect(efsVolumesOf(evil)).toEqual([{ fileSystemId: 'name', rootDirectory: 'name' }]);
	expect(executionRoleOf(evil)).toBe('name');
});
