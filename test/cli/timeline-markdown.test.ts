import { expect, test } from 'vitest';
import { code, timelineMarkdown } from '../../src/cli/timeline-markdown.ts';
import { NOW, SERVICE_ARN } from '../fixtures/checkout.ts';

test.each([
	['plain', '`plain`'],
	['a | b', '`a \\| b`'],
	['run `rm`', '`` run `rm` ``'],
	['a ``` b', '```` a ``` b ````'.replaceAll('```` ', '````').replaceAll(' ````', '````')],
	['<script>alert(1)</script>', '`<script>alert(1)</script>`'],
	['two\nlines', '`two lines`'],
	['', ''],
])('%j is a code span in a cell', (text, span) => {
	expect(code(text)).toBe(span);
});

test('a hostile text stays within its cell', () => {
	const text = '`</td> | x |\n| y';
	const entry = { id: '1', at: NOW, kind: 'event', level: 'failing', serviceArn: SERVICE_ARN, text } as const;
	const options = { subject: 'all', place: '', from: undefined, to: NOW, missing: [], nameOf: () => 'checkout' };
	const rows = timelineMarkdown([{ ...entry, place: { kind: 'service' } }], options)
		.trim()
		.split('\n');
	expect(rows.at(-1)).toBe('| 2026-11-20 12:04:10 | ✖ | `checkout` | event | `` `</td> \\| x \\| \\| y `` |');
});
