import type { Theme } from '../components/theme.ts';
import type { Remapping } from '../keymap/keymap.ts';
import type { Context } from '../model/context.ts';
import type { PastChange } from '../model/past-change.ts';
import type { LogTail } from '../store/log-tail.ts';
import type { Store } from '../store/picture.ts';
import type { Acting } from './acting.ts';

/** Where to look: the account through its profile, and the regions. */
export type Connection = {
	readonly profile?: string;
	readonly regions: readonly string[];
	/** The context that this was opened as. */
	readonly context?: string;
	/** Names or ARNs of the clusters to show; those that were shown before, if absent. */
	readonly clusters?: readonly string[];
};

/** An open connection to AWS. */
export type Live = {
	readonly store: Store;
	/** The regions that are really looked at, where the connection knows better than who asked for it. */
	readonly regions?: readonly string[];
	/** The profiles of the AWS config files, to choose from. */
	readonly profiles: readonly string[];
	/** What was changed from this machine before, as the audit log has it. */
	readonly earlierChanges?: readonly PastChange[];
	/** What it takes to change something. */
	readonly acting: Acting;
	/** One tail; its streams are changed as the selection moves. */
	createLogTail(): LogTail;
	/** Stops polling, ends the calls under way, closes the sockets. */
	close(): void;
};

/** Why there can be no connection, in words for who asked for it. */
export type NoConnection = { readonly failure: string };

export type ConsoleOptions = {
	/**
	 * Opens the connection, or says why there is none; loads the AWS SDK, so that the first frame need not wait for it.
	 * Called again when the person chooses another profile or other regions. What it throws is a mistake of ours.
	 */
	readonly connect: (connection: Connection) => Promise<Live | NoConnection>;
	readonly connection: Connection;
	/** Names or ARNs of the clusters to show first; all of the regions, if empty. */
	readonly clusters: readonly string[];
	/** Those of the config file. */
	readonly contexts: readonly Context[];
	/** What the header calls the place when it has no profile: `demo`. */
	readonly place?: string;
	readonly readOnly: boolean;
	readonly utc: boolean;
	readonly theme: Theme;
	readonly keys: Remapping;
	/** Epoch ms. */
	readonly now: () => number;
	/** Of the process: which editor the person has. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
};
