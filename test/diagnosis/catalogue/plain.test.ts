import { expect, test } from 'vitest';
import { plain } from '../../../src/diagnosis/catalogue/plain.ts';

test.each([
	['JSON', String.raw`error \"AGENT\".\n\tstatus code: 400`, 'error "AGENT".  status code: 400'],
	['JSON inside JSON', String.raw`\\\"Reason\\\": \\\"x\\\"`, '"Reason": "x"'],
	['HTML', '<code>error &quot;AGENT&quot;, can&#39;t</code>', ' error "AGENT", can\'t '],
	['Markdown', '**Status reason**', 'Status reason'],
	['escaped letters, none that steer a terminal', String.raw`isn\u2019t \u007f`, 'isn’t \\u007f'],
])('undoes %s', (_, text, told) => {
	expect(plain(text)).toBe(told);
});

test('leaves the paths of Windows, and placeholders', () => {
	const path = String.raw`exec: C:\node\run.exe <reason>`;
	expect(plain(path)).toBe(path);
});
