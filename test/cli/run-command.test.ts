import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EXIT } from '../../src/cli/exit-status.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Target } from '../../src/cli/target.ts';
import { failureOf } from '../aws/failure-of.ts';

const io = {
	stdout: new PassThrough(),
	stderr: new PassThrough(),
	env: { XDG_CONFIG_HOME: '/nonexistent', AWS_REGION: 'eu-west-1' },
	signal: new AbortController().signal,
	now: () => 0,
	wait: async () => {},
};

/** Does something with the target that a command is handed. */
async function withTarget<T>(
	look: (target: Target) => T | Promise<T>,
	changes: { readonly changes?: true } = {},
	args: { readonly readOnly?: boolean } = {},
): Promise<T> {
	const { promise, resolve } = Promise.withResolvers<T>();
	const run = async ({ target }: { readonly target: () => Promise<Target> }) => {
		resolve(await look(await target()));
		return EXIT.done;
	};
	await runCommand({ command: 'probe', describe: '', ...changes, run }, args, io);
	return promise;
}

test('a command that only looks is handed a client that refuses to change anything', async () => {
	vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
	vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
	onTestFinished(() => void vi.unstubAllEnvs());
	const input = { cluster: 'prod', service: 'checkout', desiredCount: 0 };
	const failure = await withTarget(({ aws }) =>
		failureOf(aws.change({ name: 'ecs:UpdateService', region: 'eu-west-1', input }, { clusterArn: 'prod' })),
	);
	expect(failure).toMatchObject({ kind: 'read-only', operation: 'UpdateService' });
});

test('a command that changes something may, unless it was told to be read-only', async () => {
	const isReadOnly = ({ readOnly }: Target) => readOnly;
	expect(await withTarget(isReadOnly)).toBe(true);
	expect(await withTarget(isReadOnly, { changes: true })).toBe(false);
	expect(await withTarget(isReadOnly, { changes: true }, { readOnly: true })).toBe(true);
});
