import { AwsFault } from '../../wire/handler.ts';

/** InvalidParameterException: "The specified parameter isn't valid" (ECS API reference, common errors). */
export function invalidParameter(message: string): AwsFault {
	return new AwsFault('InvalidParameterException', message);
}

/** ClientException: the caller asked for something that cannot be. */
export function clientException(message: string): AwsFault {
	return new AwsFault('ClientException', message);
}

export function invalidToken(): AwsFault {
	return invalidParameter('Invalid token.');
}

/** Refuses more names than an operation takes: `service names can have at most 10 items.` */
export function checkAtMost(limit: number, what: string, items: readonly unknown[] | undefined): void {
	if ((items?.length ?? 0) > limit) throw invalidParameter(`${what} can have at most ${limit} items.`);
}
