import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';

const DIAGNOSIS = fileURLToPath(new URL('../../src/diagnosis/', import.meta.url));

test('every key that a finding advises is one that there is', () => {
	const sources = globSync('**/*.ts', { cwd: DIAGNOSIS }).map((path) => readFileSync(`${DIAGNOSIS}${path}`, 'utf8'));
	const named = new Set(
		sources.flatMap((source) => Array.from(source.matchAll(/binding: '([^']+)'/gu), ([, id = '']) => id)),
	);
	const { everywhere, panes } = allBindings();
	const ids = [everywhere, ...panes].flatMap(({ bindings }) => bindings.map(({ id }) => id));
	expect(named.size).toBeGreaterThan(3);
	expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
});
