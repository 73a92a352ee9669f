import type { LogEvent } from '../../src/aws/aws.ts';
import type { LogLine, LogSource } from '../../src/model/log-line.ts';
import { safeText } from '../../src/model/safe-text.ts';

const REGION = 'ap-northeast-1';
export const GROUP = '/ecs/checkout';

const TASK = `arn:aws:ecs:${REGION}:111122223333:task/prod/`;

export function source(task: string, container = 'app', group = GROUP): LogSource {
	return { region: REGION, group, stream: `checkout/${container}/${task}`, container, taskArn: `${TASK}${task}` };
}

const APP = source('3f2a1b');

export function line(eventId: string, timestamp: number, from: LogSource = APP, text = eventId): LogLine {
	return { eventId, timestamp, ingestedAt: timestamp, source: from, text: safeText(text) };
}

export function event(eventId: string, timestamp: number, late = 0, from: LogSource = APP): LogEvent {
	return { eventId, timestamp, ingestedAt: timestamp + late, stream: from.stream, message: `line ${eventId}` };
}
