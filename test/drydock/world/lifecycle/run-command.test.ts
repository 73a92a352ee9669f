import { expect, test } from 'vitest';
import { runCommand } from '../../../../src/drydock/world/lifecycle/run-command.ts';

test.each<readonly [string, readonly string[], object]>([
	['anything', ['bin/migrate', '--all'], { after: 8, code: 0, prints: ['bin/migrate: starting', 'bin/migrate: done'] }],
	['false', ['false'], { after: 8, code: 1, prints: [] }],
	['true', ['true'], { after: 8, code: 0, prints: [] }],
	['a nap', ['sleep', '20'], { after: 20, code: 0, prints: [] }],
	['a script', ['sh', '-c', 'echo "on my way"; sleep 3 && exit 3'], { after: 3, code: 3, prints: ['on my way'] }],
	['a code that is too large', ['sh', '-c', 'exit 259'], { after: 8, code: 3, prints: [] }],
])('%s comes to its end', (_, command, run) => {
	expect(runCommand(command)).toEqual(run);
});
