import { AwsFault } from '../wire/handler.ts';

/** As CloudWatch Logs answers a filter pattern it cannot read. */
export function invalidPattern(): AwsFault {
	return new AwsFault('InvalidParameterException', 'Invalid filter pattern');
}
