import { AwsFault } from '../../wire/handler.ts';

/** InvalidParameterException: "The specified parameter isn't valid" (ECS API reference, common errors). */
export function invalidParameter(message: string): AwsFault {
	return new AwsFault('InvalidParameterException', message);
}

/** In AWS's own words for this error (ECS API reference, common errors), where what it says in the case is not known. */
export function notValid(): AwsFault {
	return invalidParameter("The specified parameter isn't valid. Review the available parameters for the API request.");
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
