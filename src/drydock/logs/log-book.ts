import type { LogStream } from './stream.ts';

/** A log group; its streams stay when their tasks are gone. Times are epoch ms. */
export type LogGroup = {
	readonly name: string;
	readonly region: string;
	/** Without the trailing `:*`. */
	readonly arn: string;
	readonly createdAt: number;
	readonly retentionInDays: number;
	/** By name. */
	readonly streams: Map<string, LogStream>;
};

/** All log groups of a world. */
export type LogBook = {
	/** By `<region>/<name>`. */
	readonly groups: Map<string, LogGroup>;
	/** By the ARN of the container that writes it. */
	readonly streams: Map<string, LogStream>;
};

export function emptyLogBook(): LogBook {
	return { groups: new Map(), streams: new Map() };
}

/** The groups of a region, ordered by name. */
export function groupsOf(book: LogBook, region: string): readonly LogGroup[] {
	return [...book.groups.values()]
		.filter((group) => group.region === region)
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}
