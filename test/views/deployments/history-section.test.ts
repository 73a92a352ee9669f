import { expect, test } from 'vitest';
import { revisionWords } from '../../../src/views/deployments/history-section.ts';
import { history } from '../../fixtures/checkout-settings.ts';
import { revision } from '../../fixtures/checkout.ts';

test.each([
	[[revision(42)], revision(43), ':42 → :43'],
	[[revision(41), revision(42)], revision(43), ':41, :42 → :43'],
	[[revision(43)], revision(43), ':43'],
	[[], revision(1), ':1'],
])('from %j to %s', (sourceTaskDefinitions, targetTaskDefinition, words) => {
	const [first] = history;
	expect(first && revisionWords({ ...first, sourceTaskDefinitions, targetTaskDefinition })).toBe(words);
});
