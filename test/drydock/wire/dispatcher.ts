import { createDispatcher, type Dispatcher, type DispatcherOptions } from '../../../src/drydock/wire/dispatch.ts';
import type { Handler, Handlers } from '../../../src/drydock/wire/handler.ts';
import { createRequestHandler } from '../../../src/drydock/wire/request-handler.ts';
import type { ServiceName } from '../../../src/drydock/wire/service-name.ts';

/** A dispatcher whose clock stands still and whose dice always show 0.5, unless told otherwise. */
export function dispatcherWith(
	handlers: Readonly<Partial<Record<ServiceName, Readonly<Record<string, unknown>>>>>,
	options: Partial<DispatcherOptions> = {},
): Dispatcher {
	return createDispatcher({
		account: '123456789012',
		principalArn: 'arn:aws:sts::123456789012:assumed-role/OnCall/alice',
		handlers: Object.fromEntries(Object.entries(handlers).map(([service, answers]) => [service, handlersOf(answers)])),
		now: () => 0,
		random: () => 0.5,
		...options,
	});
}

/** Handlers from functions, or from answers that never change. */
function handlersOf(answers: Readonly<Record<string, unknown>>): Handlers {
	return Object.fromEntries(
		Object.entries(answers).map(([operation, answer]) => [
			operation,
			typeof answer === 'function' ? (answer as Handler) : () => answer,
		]),
	);
}

/** What an SDK client needs to call the dispatcher without a socket; it does not try twice. */
export function clientOf(dispatcher: Dispatcher) {
	return { ...signedAs, requestHandler: createRequestHandler(dispatcher) };
}

export const signedAs = {
	region: 'eu-west-1',
	credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
	maxAttempts: 1,
	disableHostPrefix: true,
};
