import { expect, test } from 'vitest';
import { createDispatcher } from '../../src/drydock/wire/dispatch.ts';
import { AwsFault } from '../../src/drydock/wire/handler.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { createAws } from '../../src/aws/create-aws.ts';
import { CLUSTER } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

/** An account whose clock is two hours ahead of this machine's. */
function ahead(ListServices: () => unknown) {
	const { dispatch } = createDispatcher({
		account: '123456789012',
		principalArn: 'arn:aws:sts::123456789012:assumed-role/OnCall/alice',
		handlers: { ecs: { ListServices } },
		now: Date.now,
		random: () => 0.5,
	});
	const date = new Date(Date.now() + 7_200_000).toUTCString();
	const dated = async (request: Parameters<typeof dispatch>[0]) => {
		const answer = await dispatch(request);
		return { ...answer, headers: { ...answer.headers, date } };
	};
	return createAws({
		requestHandler: createRequestHandler({ dispatch: dated }),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: Date.now },
	});
}

test('the first answer tells how far the clock of this machine is off', async () => {
	const aws = ahead(() => ({ serviceArns: [] }));
	expect(aws.clockAhead()).toBe(0);
	await aws.services(CLUSTER);
	expect(Math.round(aws.clockAhead() / 60_000)).toBe(120);
});

test('a refusal tells it too', async () => {
	const aws = ahead(() => {
		throw new AwsFault('AccessDeniedException', 'No');
	});
	await failureOf(aws.services(CLUSTER));
	expect(Math.round(aws.clockAhead() / 60_000)).toBe(120);
});
