import { expect, test } from 'vitest';
import { documentChanges } from '../../src/model/task-definition-diff.ts';

const app = (changes: object = {}) => ({ name: 'app', image: 'app:1', cpu: 0, environment: [], ...changes });

test('tells what differs by its path, in the order of the documents', () => {
	expect(
		documentChanges(
			{ cpu: '256', containerDefinitions: [app()] },
			{ cpu: '512', containerDefinitions: [app({ image: 'app:2' })] },
		),
	).toEqual([
		{ path: 'cpu', before: '256', after: '512' },
		{ path: 'containerDefinitions[app].image', before: 'app:1', after: 'app:2' },
	]);
});

test('compares the elements of a list by their names, wherever they stand', () => {
	const agent = { name: 'agent', image: 'agent:7' };
	expect(documentChanges({ list: [app(), agent] }, { list: [agent, app()] })).toEqual([]);
	expect(documentChanges({ list: [app(), agent] }, { list: [app()] })).toEqual([
		{ path: 'list[agent].name', before: 'agent', after: undefined },
		{ path: 'list[agent].image', before: 'agent:7', after: undefined },
	]);
});

test('says that the value of an environment variable has changed, and not to what', () => {
	const value = (text: string) => app({ environment: [{ name: 'KEY', value: text }] });
	expect(documentChanges({ containerDefinitions: [value('old')] }, { containerDefinitions: [value('new')] })).toEqual([
		{ path: 'containerDefinitions[app].environment[KEY].value', before: '•••', after: '•••' },
	]);
});

test('tells an empty list from a missing one, and 1 from "1" only by what is written', () => {
	expect(documentChanges({ volumes: [] }, {})).toEqual([{ path: 'volumes', before: '[]', after: undefined }]);
	expect(documentChanges({ a: { b: true } }, { a: { b: true } })).toEqual([]);
});
