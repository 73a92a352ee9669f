import { expect, test } from 'vitest';
import { filteredTitle } from '../../src/views/filtered-title.ts';

test('a filter stands beside what a pane is about, before all that may be left out', () => {
	expect(filteredTitle(['Tasks', 'checkout', '2 run 2 pend'], 'state:stop')).toEqual([
		'Tasks',
		'checkout /state:stop',
		'2 run 2 pend',
	]);
	expect(filteredTitle(['Profiles'], 'ops')).toEqual(['Profiles', '/ops']);
});

test('a title without a filter is what it was', () => {
	expect(filteredTitle(['Tasks', 'checkout'], '')).toEqual(['Tasks', 'checkout']);
});
