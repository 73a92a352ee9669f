import { expect, test } from 'vitest';
import { documentChanges, HIDDEN } from '../../src/model/task-definition-diff.ts';

test('finds containers and variables by name, wherever they stand', () => {
	const app = { name: 'app', image: 'checkout:1.42', environment: [{ name: 'PORT', value: '8080' }] };
	const agent = { name: 'agent', image: 'agent:7' };
	const before = { family: 'checkout', containerDefinitions: [app, agent] };
	const after = { family: 'checkout', containerDefinitions: [agent, { ...app, image: 'checkout:1.43' }] };
	expect(documentChanges(before, after)).toEqual([
		{ path: 'containerDefinitions[app].image', before: 'checkout:1.42', after: 'checkout:1.43' },
	]);
});

test('tells that a variable changed, came or went, and never its value', () => {
	const environment = (...pairs: readonly (readonly [string, string])[]) => ({
		containerDefinitions: [{ name: 'app', environment: pairs.map(([name, value]) => ({ name, value })) }],
	});
	const changes = documentChanges(environment(['KEY', 'sk_live_1'], ['OLD', 'a']), environment(['KEY', 'sk_live_2']));
	expect(changes).toContainEqual({
		path: 'containerDefinitions[app].environment[KEY].value',
		before: HIDDEN,
		after: HIDDEN,
	});
	expect(changes).toContainEqual({
		path: 'containerDefinitions[app].environment[OLD].value',
		before: HIDDEN,
		after: undefined,
	});
	expect(JSON.stringify(changes)).not.toContain('sk_live');
});

test('finds nothing in two that say the same', () => {
	expect(documentChanges({ a: [1, { b: [] }] }, { a: [1, { b: [] }] })).toEqual([]);
});
