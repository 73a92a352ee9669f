/** What is to run beside a service: a copy of its task, changed in this. */
export type RunTaskInput = {
	/** Whose command and environment are meant, and whose exit counts. Default: the one that serves. */
	readonly container?: string;
	/** Instead of the container's own. */
	readonly command?: readonly string[];
	/** Variables set, or set anew. */
	readonly environment?: Readonly<Record<string, string>>;
	/** Of the task: `512` or `.5 vCPU`; `1024` or `1 GB`. */
	readonly cpu?: string;
	readonly memory?: string;
	/** It is done as soon as it runs, not only when it has ended. */
	readonly detach?: boolean;
	/** A UUID for this run alone: by it ECS never starts a second task, and the one it started is known. */
	readonly token: string;
};

/** What a task is started under: 36 of these characters are taken everywhere (ECS API reference, StartTask). */
export function startedBy({ token }: Pick<RunTaskInput, 'token'>): string {
	return `deckwatch/${token.slice(0, 8)}`;
}
