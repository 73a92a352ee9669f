import { afterEach, expect, test, vi } from 'vitest';
import { AwsFault } from '../../src/drydock/wire/handler.ts';
import { awsOver, CLUSTER } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

afterEach(() => {
	vi.useRealTimers();
});

const throttled = () => {
	throw new AwsFault('ThrottlingException', 'Rate exceeded');
};

/** An account whose client is loaded and whose clock, and the SDK's, then jumps from timer to timer. */
async function warmed(ecs: Readonly<Record<string, () => unknown>> = { ListServices: () => ({ serviceArns: [] }) }) {
	const over = awsOver({ ecs }, { clock: { now: () => Date.now() } });
	await over.aws.services(CLUSTER);
	vi.useFakeTimers();
	vi.setTimerTickMode('nextTimerAsync');
	return over;
}

test('the rate counts what is sent, repeats too', async () => {
	const { aws, wire } = await warmed();
	wire.setFaults([{ operation: '*', serverError: 1 }]);
	expect(await failureOf(aws.services(CLUSTER))).toMatchObject({ kind: 'server-fault' });
	expect(wire.log.calls).toHaveLength(4);
	expect(aws.callsPerSecond()).toBe(0.4);
});

test('after throttling, calls of the same kind wait for their turn', async () => {
	const { aws, wire } = await warmed();
	wire.setFaults([{ operation: '*', throttled: 1 }]);
	expect(await failureOf(aws.services(CLUSTER))).toMatchObject({
		kind: 'throttled',
		code: expect.stringMatching(/Throttl/),
	});
	wire.setFaults([]);
	const before = Date.now();
	await aws.services(CLUSTER);
	expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
});

test('a call that is throttled once succeeds in the end', async () => {
	const outcomes = [() => ({ serviceArns: [] }), throttled, () => ({ serviceArns: [] })];
	const { aws, operations } = await warmed({ ListServices: () => outcomes.shift()?.() });
	expect(await aws.services(CLUSTER)).toEqual([]);
	expect(operations()).toEqual(['ListServices', 'ListServices', 'ListServices']);
});

test('repeats are paid for: whoever comes next waits until they are', async () => {
	const { aws, wire } = awsOver(
		{ sts: { GetCallerIdentity: () => ({ Account: '1', Arn: 'arn', UserId: 'A' }) } },
		{ clock: { now: () => Date.now() } },
	);
	await aws.identity('eu-west-1');
	vi.useFakeTimers();
	vi.setTimerTickMode('nextTimerAsync');
	wire.setFaults([{ operation: '*', serverError: 1 }]);
	const before = Date.now();
	for (let call = 0; call < 4; call++) await failureOf(aws.identity('eu-west-1'));
	expect(wire.log.calls).toHaveLength(1 + 4 * 3);
	// Five at once and one a second: thirteen have to wait for eight, of which the last two are still owed.
	expect(Date.now() - before).toBeGreaterThan(4_500);
});
