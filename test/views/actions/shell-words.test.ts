import { expect, test } from 'vitest';
import { shellWords } from '../../../src/views/actions/shell-words.ts';

test.each([
	['rake db:migrate', ['rake', 'db:migrate']],
	['  rake   db:migrate  ', ['rake', 'db:migrate']],
	[`sh -c 'echo "a b" | wc'`, ['sh', '-c', 'echo "a b" | wc']],
	['psql -c "select \\"id\\" from t"', ['psql', '-c', 'select "id" from t']],
	['a\\ b --name=\'x y\'"z"', ['a b', '--name=x yz']],
	['echo "$HOME" \'\'', ['echo', '$HOME', '']],
	['echo "a\\n"', ['echo', 'a\\n']],
	['', []],
])('%s', (line, words) => {
	expect(shellWords(line)).toEqual(words);
});

test.each(["echo 'a", 'echo "a', 'echo \\'])('%s has a quote that is not closed', (line) => {
	expect(shellWords(line)).toBeUndefined();
});
