import { expect, test } from 'vitest';
import { cell, timelineMarkdown } from '../../src/cli/timeline-markdown.ts';
import { NOW, SERVICE_ARN } from '../fixtures/checkout.ts';

test.each([
	['plain', '`plain`'],
	['a | b', '`a \\| b`'],
	[String.raw`a \| b`, '`a \\\\\\| b`'],
	[String.raw`a \\| b`, '`a \\\\\\| b`'],
	['run `rm`', '`` run `rm` ``'],
	['a ``` b', '```` a ``` b ````'.replaceAll('```` ', '````').replaceAll(' ````', '````')],
	['<script>alert(1)</script>', '`<script>alert(1)</script>`'],
	['two\nlines', '`two lines`'],
	['', ''],
])('%j is a code span in a cell', (text, span) => {
	expect(cell(text)).toBe(span);
});

test('a hostile text stays within its cell', () => {
	const text = '`</td> | x |\n| y';
	const entry = { id: '1', at: NOW, kind: 'event', level: 'failing', serviceArn: SERVICE_ARN, text } as const;
	const options = {
		subject: 'all',
		place: '',
		from: undefined,
		to: NOW,
		missing: [],
		limits: [],
		nameOf: () => 'checkout',
	};
	const rows = timelineMarkdown([{ ...entry, place: { kind: 'service' } }], options)
		.trim()
		.split('\n');
	expect(rows.at(-1)).toBe('| 2026-11-20 12:04:10 | ✖ | `checkout` | event | `` `</td> \\| x \\| \\| y `` |');
});

test('what was new in a deploy is listed below the table, and what AWS does not keep at the end', () => {
	const entry = { id: '1', at: NOW, kind: 'deployment', level: 'changing', serviceArn: SERVICE_ARN } as const;
	const detail = ['containerDefinitions[app].image a:1 → a:2', 'a | b'];
	const began = { ...entry, text: 'deploy :1 → :2 began', detail, place: { kind: 'deployments' } } as const;
	const limits = ['ECS keeps the newest 100 events.'];
	const options = { subject: 'checkout', place: '', from: NOW, to: NOW, missing: [], limits, nameOf: undefined };
	const text = timelineMarkdown([began], options);
	expect(text.slice(text.indexOf('## '))).toBe(
		[
			'## 2026-11-20 12:04:10 `deploy :1 → :2 began`',
			'',
			'- `containerDefinitions[app].image a:1 → a:2`',
			'- `a | b`',
			'',
			'## What is not in it',
			'',
			'- ECS keeps the newest 100 events.',
			'',
		].join('\n'),
	);
});
