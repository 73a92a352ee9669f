import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../src/drydock/scenario/load-scenario.ts';
import { scenarioNames } from '../../../src/drydock/scenario/scenario-file.ts';

test('the built-in scenarios are all valid and say what they are', () => {
	expect(scenarioNames()).toContain('shop');
	for (const name of scenarioNames()) expect(loadScenario(name).description.length).toBeGreaterThan(20);
});

test("a file of one's own is loaded by its path", () => {
	const file = join(mkdtempSync(join(tmpdir(), 'drydock-')), 'mine.yaml');
	writeFileSync(file, 'description: mine\nclusters: [{ name: prod, region: eu-west-1 }]\nservices: []\n');
	expect(loadScenario(file).description).toBe('mine');
});

test('a scenario that is not there is refused with the names of those that are', () => {
	expect(() => loadScenario('shopp')).toThrow(/There is no scenario shopp\. There are: .*calm.*shop/);
	expect(() => loadScenario('./nowhere.yaml')).toThrow(/There is no file .*nowhere\.yaml/);
});
