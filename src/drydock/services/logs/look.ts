import type { LogBook, LogGroup } from '../../logs/log-book.ts';
import { AwsFault } from '../../wire/handler.ts';

/** What a caller of CloudWatch Logs looks at: one region's groups, at a time (epoch ms). */
export type Look = { readonly book: LogBook; readonly region: string; readonly now: number };

/** How an operation names a log group. */
export type GroupName = {
	readonly logGroupName?: string | undefined;
	/** Name or ARN. */
	readonly logGroupIdentifier?: string | undefined;
};

/** @throws {AwsFault} ResourceNotFoundException, InvalidParameterException */
export function groupNamed(look: Look, { logGroupName, logGroupIdentifier }: GroupName): LogGroup {
	if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
		throw invalid('You must include either logGroupIdentifier or logGroupName, but not both.');
	}
	const identifier = logGroupName ?? logGroupIdentifier ?? '';
	return groupIdentified(look, identifier.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/, '').replace(/:\*$/, ''));
}

function groupIdentified({ book, region }: Look, name: string): LogGroup {
	const group = book.groups.get(`${region}/${name}`);
	if (group === undefined) throw new AwsFault('ResourceNotFoundException', 'The specified log group does not exist.');
	return group;
}

export function invalid(message: string): AwsFault {
	return new AwsFault('InvalidParameterException', message);
}

export function invalidToken(): AwsFault {
	return invalid('The specified nextToken is invalid.');
}

export function noSuchStream(): AwsFault {
	return new AwsFault('ResourceNotFoundException', 'The specified log stream does not exist.');
}
