import type { Aws, AwsChanges } from '../../src/aws/aws.ts';
import { type CreateAwsOptions, createAws } from '../../src/aws/create-aws.ts';
import { createDispatcher, type Dispatcher } from '../../src/drydock/wire/dispatch.ts';
import type { Handler } from '../../src/drydock/wire/handler.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import type { ServiceName } from '../../src/drydock/wire/service-name.ts';

export const REGION = 'eu-west-1';
export const CLUSTER = `arn:aws:ecs:${REGION}:123456789012:cluster/prod`;

type Answers = Readonly<Partial<Record<ServiceName, Readonly<Record<string, (input: never) => unknown>>>>>;
type Over = { readonly aws: Aws & AwsChanges; readonly wire: Dispatcher; readonly operations: () => readonly string[] };

/** The AWS layer over drydock's wire, without a socket: real bytes, and answers as the test wants them. */
export function awsOver(answers: Answers, options: Partial<CreateAwsOptions> = {}): Over {
	const handlers = Object.fromEntries(
		Object.entries(answers).map(([service, operations]) => [
			service,
			Object.fromEntries(
				Object.entries(operations).map(([name, answer]): [string, Handler] => [name, (input) => answer(input)]),
			),
		]),
	);
	const wire = createDispatcher({
		account: '123456789012',
		principalArn: 'arn:aws:sts::123456789012:assumed-role/OnCall/alice',
		handlers,
		now: () => 0,
		random: () => 0.5,
	});
	const aws = createAws({
		requestHandler: createRequestHandler(wire),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => 0 },
		...options,
	});
	return { aws, wire, operations: () => wire.log.calls.map(({ operation }) => operation) };
}

/** How often each operation was called. */
export function tally(operations: readonly string[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const operation of operations) counts[operation] = (counts[operation] ?? 0) + 1;
	return counts;
}

/** Opens when `arrivals` calls have come: an answer that waits for it shows that they are under way together. */
export function meetingPoint(arrivals: number): () => Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	let arrived = 0;
	return () => {
		arrived++;
		if (arrived === arrivals) resolve();
		return promise;
	};
}
