import { describe, expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { paletteEntries } from '../../src/app/palette-entries.ts';

const { everywhere, panes } = allBindings();
const services = panes.filter(({ id }) => id === 'services');
const SCOPES = [...services, everywhere].map(({ bindings }) => bindings);

function labels(text: string): readonly string[] {
	return paletteEntries(SCOPES, text).map(({ binding }) => binding.label);
}

describe('the command palette', () => {
	test('lists all actions and views while nothing is typed', () => {
		expect(labels('')).toEqual(expect.arrayContaining(['service', 'filter', 'logs', 'regions', 'profiles', 'quit']));
	});

	test('finds a name by some of its letters, the best first', () => {
		expect(labels('dpl')[0]).toBe('deployments');
		expect(labels('tdef')[0]).toBe('task definition');
	});

	test('finds an action by what its help says', () => {
		expect(labels('clipboard')).toEqual(['copy ARN']);
	});

	test('puts where one can go before what can be done', () => {
		expect(labels('').indexOf('profiles')).toBeLessThan(labels('').indexOf('sort by next column'));
	});

	test('does not list the arrow keys', () => {
		expect(labels('')).not.toContain('down');
	});

	test('lists an action once, however many scopes have it', () => {
		const doubled = paletteEntries([...SCOPES, ...SCOPES], '');
		expect(doubled.length).toBe(labels('').length);
	});
});
