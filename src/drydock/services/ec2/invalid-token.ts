import { AwsFault } from '../../wire/handler.ts';

export function invalidToken(): AwsFault {
	return new AwsFault('InvalidNextToken', 'The token is invalid.');
}
