import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ScenarioError } from './scenario-error.ts';

/**
 * The file of a built-in scenario (`shop`) or of the user's (`./mine.yaml`, anything with a slash or `.yaml`).
 * Cheap: nothing is read.
 * @throws {ScenarioError} when there is none.
 */
export function scenarioFile(nameOrFile: string): string {
	const isFile = nameOrFile.includes('/') || nameOrFile.endsWith('.yaml') || nameOrFile.endsWith('.yml');
	const path = isFile ? resolve(nameOrFile) : resolve(scenariosFolder(), `${nameOrFile}.yaml`);
	if (existsSync(path)) return path;
	if (isFile) throw new ScenarioError(`There is no file ${path}.`);
	throw new ScenarioError(`There is no scenario ${nameOrFile}. There are: ${scenarioNames().join(', ')}.`);
}

/** The built-in scenarios, sorted. */
export function scenarioNames(): string[] {
	const files = readdirSync(scenariosFolder()).filter((file) => file.endsWith('.yaml'));
	return files.map((file) => file.slice(0, -'.yaml'.length)).toSorted();
}

/** Beside this folder in the sources (`src/drydock/scenarios`); beside the bundled code in the package (`dist/scenarios`). */
function scenariosFolder(): string {
	const places = ['./scenarios', '../scenarios'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
	const place = places.find((each) => existsSync(each));
	if (place === undefined) throw new Error(`the scenarios are missing: looked for ${places.join(' and ')}`);
	return place;
}
