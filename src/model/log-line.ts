import type { SafeText } from './safe-text.ts';

/** Where a container's lines go: one CloudWatch Logs stream. */
export type LogSource = {
	readonly region: string;
	readonly group: string;
	readonly stream: string;
	readonly container: string;
	readonly taskArn: string;
	/** Its task has stopped: a stream that is not there will hardly come any more. */
	readonly isOver?: boolean;
};

/** One line of a log. `eventId` is AWS's own and what doubles are told by. */
export type LogLine = {
	readonly eventId: string;
	/** Epoch ms. */
	readonly timestamp: number;
	/** When CloudWatch took it in, epoch ms; lines of one millisecond are in this order. */
	readonly ingestedAt: number;
	readonly source: LogSource;
	readonly text: SafeText;
};

/** A log group; the same name may stand for another one in another region. */
export type LogGroup = Pick<LogSource, 'region' | 'group'>;

/** One group's identity over all regions. */
export function groupKey({ region, group }: LogGroup): string {
	return `${region} ${group}`;
}

/** One stream's identity over all regions and groups. */
export function sourceKey(source: LogGroup & Pick<LogSource, 'stream'>): string {
	return `${groupKey(source)} ${source.stream}`;
}

/** Time order: when it was written, then when it was taken in. */
export function compareLines(
	left: Pick<LogLine, 'timestamp' | 'ingestedAt'>,
	right: Pick<LogLine, 'timestamp' | 'ingestedAt'>,
): number {
	return left.timestamp - right.timestamp || left.ingestedAt - right.ingestedAt;
}
