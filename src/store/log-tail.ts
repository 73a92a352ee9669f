import type { LogGroup, LogLine, LogSource } from '../model/log-line.ts';
import type { AwsFailure } from '../model/aws-failure.ts';

/**
 * A live merged tail of several streams: time order, no doubles, bounded memory. A line that reaches CloudWatch Logs
 * more than ten minutes after it was written is not found, nor, while megabytes come in each second, one that is more
 * than some seconds late.
 */
export type LogTail = {
	getState(): LogTailState;
	subscribe(listener: (state: LogTailState) => void): () => void;
	/** The streams to follow; those that stay keep their lines and their place. */
	follow(sources: readonly LogSource[]): void;
	/** Reads older lines than the oldest held; resolves when they are in (or there are none). */
	loadOlder(): Promise<void>;
	stop(): void;
};

export type LogTailState = {
	/** Identity changes when, and only when, lines changed. Read by index: it may hold 100,000. */
	readonly lines: LogBuffer;
	readonly sources: readonly LogSource[];
	/** Lines that came in, per second, over the last ten seconds. */
	readonly linesPerSecond: number;
	/** Why the lines of some groups do not come; by region and group. */
	readonly failures: Readonly<Record<string, LogGroupFailure>>;
	/** How far the newest line is behind the present because more come in than can be read, ms; 0 mostly. */
	readonly behindMs: number;
	/** Epoch ms of the last successful reading; undefined before the first. */
	readonly readAt: number | undefined;
	/** True when there is nothing older in the month before the oldest line held. */
	readonly atBeginning: boolean;
};

/** `since`: the first failure of the present row, epoch ms. */
export type LogGroupFailure = AwsFailure & LogGroup & { readonly since: number };

export type LogBuffer = {
	readonly length: number;
	/** 0 is the oldest held. */
	at(index: number): LogLine | undefined;
	/** Counts up with every change; for memoising. */
	readonly version: number;
};
