import type { StartLiveTailRequest } from '@aws-sdk/client-cloudwatch-logs';
import { followWorld } from '../../logs/follow-world.ts';
import type { LogBook } from '../../logs/log-book.ts';
import type { Call, Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import { describeLogGroups } from './describe-log-groups.ts';
import { describeLogStreams } from './describe-log-streams.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { getLogEvents } from './get-log-events.ts';
import type { Look } from './look.ts';
import { startLiveTail } from './start-live-tail.ts';

/** CloudWatch Logs over the containers of a world. */
export function logsHandlers(world: World, book: LogBook): Handlers {
	const look = ({ region }: Call): Look => {
		followWorld(book, world);
		return { book, region, now: world.clock.now };
	};
	const on = answering(look);
	return {
		DescribeLogGroups: on(describeLogGroups),
		DescribeLogStreams: on(describeLogStreams),
		FilterLogEvents: on(filterLogEvents),
		GetLogEvents: on(getLogEvents),
		StartLiveTail: (input: StartLiveTailRequest, call) => startLiveTail(() => look(call), input, call),
	};
}
