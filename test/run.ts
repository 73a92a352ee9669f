/**
 * Every check in order, each shown as it runs: format, lint, types with the layer arrows, dead code, the
 * bundle, the tests. Ends with one line that counts them all and exits non-zero when one failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKS = [
	['format', 'oxfmt', ['--check', '.']],
	['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
	['types', 'tsc', ['-b']],
	['dead code', 'knip', []],
	['bundle', 'node', ['build/bundle.ts']],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'deckwatch-test-'));
const report = join(folder, 'report.json');

function run(command: string, args: readonly string[]): boolean {
	return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function check(name: string, command: string, args: readonly string[]): boolean {
	process.stdout.write(`\n── ${name}: ${command} ${args.join(' ')}\n`);
	const passed = run(command, args);
	process.stdout.write(`${passed ? '✔' : '✖'} ${name}\n`);
	return passed;
}

const checks = CHECKS.map(([name, command, args]) => check(name, command, args));
const vitest = check('tests', 'vitest', [
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${report}`,
]);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
};
rmSync(folder, { recursive: true });

const passed = checks.filter(Boolean).length + numPassedTests;
// A file that does not load fails vitest without a failed test to its name.
const broken = !vitest && numFailedTests === 0 ? 1 : 0;
const failed = checks.filter((one) => !one).length + numFailedTests + numPendingTests + broken;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
