import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FilterColumn, parseFilter } from '../../src/model/filter.ts';

type Fields = Readonly<Record<string, string>>;

function column(id: string, looks: Pick<FilterColumn<Fields>, 'prose' | 'numeric'> = {}): FilterColumn<Fields> {
	return { id, textOf: (fields) => fields[id] ?? '', ...looks };
}

const COLUMNS = [column('service'), column('deploy'), column('cpu', { numeric: true })];
const CHECKOUT = { service: '✖ checkout', deploy: '⟳ :43  50%', cpu: '88%' };
const SEARCH = { service: '▲ search', deploy: '✔ :118', cpu: '91%' };
const API = { service: 'api-gateway', deploy: '✔ :301', cpu: '34%' };

function passing(text: string): readonly string[] {
	const { matches } = parseFilter(text, COLUMNS);
	return [CHECKOUT, SEARCH, API].filter(matches).map(({ service }) => service.replace(/^\S /u, ''));
}

describe('parseFilter', () => {
	test.each<[string, readonly string[]]>([
		['', ['checkout', 'search', 'api-gateway']],
		['CHECK', ['checkout']],
		['check', ['checkout']],
		['!check', ['search', 'api-gateway']],
		['/^api|:118$/', ['search', 'api-gateway']],
		['!/^api/', ['checkout', 'search']],
		['deploy:✔', ['search', 'api-gateway']],
		['deploy:✔ !search', ['api-gateway']],
		['!deploy:⟳', ['search', 'api-gateway']],
		['cpu:/^9/', ['search']],
		['CPU:88', ['checkout']],
		['cpu:8', ['checkout']],
		['cpu:4', []],
		['cpu:>50', ['checkout', 'search']],
		['cpu:<50', ['api-gateway']],
		['!cpu:>50', ['api-gateway']],
		['cpu:34%', ['api-gateway']],
		['/✔ :\\d+/', ['search', 'api-gateway']],
		[':43', ['checkout']],
		['⟳ 50%', ['checkout']],
	])('%j passes %j', (text, names) => {
		expect(passing(text)).toEqual(names);
	});

	test.each(['!', '/', '//', 'cpu:', 'cpu:>', '!cpu:', '!cpu:>', 'cpu:/'])(
		'%j is only begun and hides nothing',
		(text) => {
			expect(passing(text)).toHaveLength(3);
		},
	);

	test('names the columns there are when there is none of that name', () => {
		const { matches, problem } = parseFilter('nobody:43', COLUMNS);
		expect(problem).toBe('no column nobody: service, deploy, cpu');
		expect(matches(API)).toBe(true);
	});

	test('takes a colon for text where free text is looked into', () => {
		const columns = [column(''), column('task', { prose: true })];
		expect(parseFilter('image:latest', columns).matches({ '': 'my-image:latest', task: '' })).toBe(true);
		expect(parseFilter('GET:/api/v1', columns).matches({ '': 'GET:/api/v1', task: '' })).toBe(true);
		expect(parseFilter('task:latest', columns).matches({ '': 'my-image:latest', task: '3f2a1b' })).toBe(false);
	});

	test('looks into prose only when it is named', () => {
		const columns = [column('service'), column('event', { prose: true })];
		const fields = { service: 'cart', event: 'has reached a steady state.' };
		const { matches } = parseFilter('che', columns);
		expect(matches(fields)).toBe(false);
		expect(parseFilter('event:che', columns).matches(fields)).toBe(true);
	});

	test('says what is wrong with a regex, and hides nothing', () => {
		const { matches, problem } = parseFilter('/check(/', COLUMNS);
		expect(problem).toBe('bad regex: Unterminated group');
		expect(matches(API)).toBe(true);
	});

	test('takes whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(typeof parseFilter(text, COLUMNS).matches(CHECKOUT)).toBe('boolean');
			}),
		);
	});
});
