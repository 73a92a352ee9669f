import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { documentLines } from '../../../src/views/task-definition/task-definition-pane.ts';
import { orderKeys } from '../../../src/views/task-definition/order-keys.ts';
import { lineText, lineWidth } from '../../../src/views/text-line.ts';
import { taskDefinition } from '../../fixtures/checkout-settings.ts';

const { document } = taskDefinition;

test('begins with what one looks for, ends with what nobody reads, and leaves out what is empty', () => {
	const ordered = orderKeys(document);
	expect(Object.keys(ordered)).toEqual([
		'family',
		'revision',
		'taskDefinitionArn',
		'cpu',
		'containerDefinitions',
		'requiresAttributes',
	]);
	const [app] = ordered['containerDefinitions'] as readonly object[];
	expect(Object.keys(app ?? {})).toEqual(['name', 'image', 'command', 'healthCheck', 'environment', 'secrets']);
});

test('is YAML that reads back as the document', () => {
	const text = documentLines(document, { valuesShown: true, width: 500 }).map(lineText).join('\n');
	expect(parse(text)).toEqual(orderKeys(document));
});

test.each([30, 78, 118])('fits into %d cells', (width) => {
	const lines = documentLines(document, { valuesShown: true, width });
	expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
});
