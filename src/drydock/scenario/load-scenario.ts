import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readScenario } from './read-scenario.ts';
import { scenarioFile } from './scenario-file.ts';
import type { Scenario } from './scenario.ts';

/**
 * Loads a built-in scenario (`shop`) or a file of the user's (`./mine.yaml`, anything with a slash or `.yaml`).
 * @throws {ScenarioError} when there is none, or it has mistakes.
 */
export function loadScenario(nameOrFile: string): Scenario {
	const path = scenarioFile(nameOrFile);
	return readScenario(readFileSync(path, 'utf8'), basename(path));
}
