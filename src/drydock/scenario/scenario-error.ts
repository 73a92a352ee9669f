/** A scenario that is not there, or says something it cannot mean: one line per mistake, `<file>:<line>:<column>: <mistake>`. */
export class ScenarioError extends Error {
	override readonly name = 'ScenarioError';
}
