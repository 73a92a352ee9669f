import { expect, test } from 'vitest';
import { culprit } from '../../src/model/culprit.ts';
import type { Container } from '../../src/model/task.ts';
import { aTask } from '../fixtures/a-service.ts';

const stopped = (containers: readonly Partial<Container>[]): readonly Container[] =>
	containers.map((one) => ({ name: 'app', lastStatus: 'STOPPED', ...one }));

test.each<readonly [string, readonly Partial<Container>[], readonly string[] | undefined, string]>([
	[
		'the one with an exit code of its own',
		[
			{ name: 'agent', exitCode: 143 },
			{ name: 'app', exitCode: 1 },
		],
		['app', 'agent'],
		'app',
	],
	[
		'an essential one before another',
		[
			{ name: 'init', exitCode: 2 },
			{ name: 'app', exitCode: 1 },
		],
		['app'],
		'app',
	],
	[
		'the one that ECS gives a reason for',
		[
			{ name: 'proxy', exitCode: 1 },
			{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError' },
		],
		['app', 'proxy'],
		'app',
	],
	[
		'one that was killed, where the others were told to stop',
		[
			{ name: 'agent', exitCode: 143 },
			{ name: 'app', exitCode: 137 },
		],
		['app', 'agent'],
		'app',
	],
	['one that is waited for in vain', [{ name: 'app' }, { name: 'init', exitCode: 2 }], ['app'], 'init'],
	['an essential one that ended well', [{ name: 'agent' }, { name: 'app', exitCode: 0 }], ['app'], 'app'],
	[
		'any, where nobody knows which are essential',
		[
			{ name: 'agent', exitCode: 0 },
			{ name: 'app', exitCode: 3 },
		],
		undefined,
		'app',
	],
])('a task ended with %s', (_, containers, essential, name) => {
	expect(culprit(aTask('checkout', 'x', { containers: stopped(containers) }), essential)?.name).toBe(name);
});
