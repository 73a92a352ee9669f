import type { VoiceName } from '../world/behaviour.ts';

/** What goes wrong inside a container for a while, as its lines show it. */
export type Trouble = 'health-check' | 'errors' | 'slow-dependency' | 'busy';

/** A trouble and when, epoch ms; without `until` it goes on. */
export type Episode = { readonly trouble: Trouble; readonly from: number; until?: number };

/** How a process ended: asked to (SIGTERM), by its own error, or without a word (killed for its memory; done). */
export type Ending = 'terminated' | 'crashed' | 'silent';

/**
 * The facts of one CloudWatch Logs stream. Lines are not stored, they follow from these (`bucket-lines.ts`): a fact
 * about the past must never change, only be added for what is yet to come.
 */
export type LogStream = {
	/** `<prefix>/<container>/<task-id>` */
	readonly name: string;
	readonly arn: string;
	readonly seed: number;
	/** Whose lines these are: the service's name, or the family of a standalone task. */
	readonly service: string;
	readonly voice: VoiceName | 'command';
	/** What a command prints while it runs, and its exit code. */
	readonly command?: { readonly prints: readonly string[]; readonly code: number };
	/** Utterances per second; one may be several lines (a stack trace). */
	readonly rate: number;
	/** What it depends on, and how it answers health checks while that is too slow. */
	readonly dependency?: { readonly host: string; readonly whenSlow: number | 'timeout' | 'refused' };
	/** What the process listens on. */
	readonly port: number;
	/** When the process began to speak, epoch ms. */
	readonly startedAt: number;
	/** How long it takes until it works, ms: it tells of its start meanwhile. */
	readonly openingMs: number;
	/** In the order they begin. */
	readonly episodes: Episode[];
	/** When and how it fell silent. */
	end?: { readonly at: number; readonly ending: Ending };
};

/** The trouble a stream is in at a time, or undefined. */
export function troubleAt(stream: LogStream, at: number): Trouble | undefined {
	return stream.episodes.findLast(({ from, until }) => from <= at && (until === undefined || at < until))?.trouble;
}
