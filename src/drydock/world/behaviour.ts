import { nameOf } from './arn.ts';

/** The kinds of software that write logs; see `../logs/voices/`. */
export const VOICE_NAMES = ['json', 'nginx', 'java', 'python', 'rails', 'agent', 'plain'] as const;

export type VoiceName = (typeof VOICE_NAMES)[number];

/**
 * How an image behaves when a container is made of it: the cause of everything that goes well or wrong.
 * A world holds behaviours by image (`checkout:43`), by repository (`checkout`), and has a default.
 * Everything in seconds counts from the start of the container.
 */
export type Behaviour = {
	/** Compressed size; decides how long the pull takes. */
	readonly imageMegabytes: number;
	/** Seconds until the process listens and can serve. */
	readonly startSeconds: number;
	/** The port it listens on; absent: the one the container definition maps. */
	readonly listensOn?: number;
	/** The pull fails with this container reason (`CannotPullContainerError: …`, AWS's wording). */
	readonly pullError?: string;
	/** The process ends by itself. */
	readonly exit?: Exit;
	/** What the container's health check command finds, apart from what `startSeconds` and `listensOn` imply. */
	readonly healthCheck?: ProbeFailure;
	/** What an HTTP request is answered with once it listens; absent: 200. */
	readonly response?: Response;
	/** The share of requests (0 to 1) that it answers with a 5xx; health checks are not among them. */
	readonly errorRate?: number;
	/** What it asks and waits for (see dependency.ts), and how it answers health checks while that is too slow. */
	readonly dependsOn?: { readonly name: string; readonly whenSlow: Response['status'] };
	/** How it ends on SIGTERM: seconds until it is gone (beyond the stop timeout it is killed: 137), and its exit code. */
	readonly sigterm: { readonly seconds: number; readonly code: number };
	/** Milliseconds of one vCPU that a request costs. */
	readonly cpuPerRequest: number;
	/** CPU units used without any request. */
	readonly idleCpu: number;
	readonly memory: Memory;
	/** How its container speaks; absent: as the image's name suggests. */
	readonly log?: { readonly voice: VoiceName; readonly linesPerSecond: number };
};

export type Exit = {
	readonly after: number;
	/** The exit comes up to this many seconds later, at random. */
	readonly spread?: number;
	readonly code: number;
	/** The container's `reason`, AWS's wording; most exits have none. */
	readonly reason?: string;
};

/** A failing probe: from `from` seconds on (0: always), with what the command prints and its exit code. */
export type ProbeFailure = { readonly from: number; readonly exitCode: number; readonly output: string };

/** The status code of an answer, or no answer at all; before `from` seconds the answer is 200. */
export type Response = { readonly from: number; readonly status: number | 'timeout' | 'refused' };

/** MiB in use: `base` plus `perMinute` for each minute of the container's life, plus `perRequest` times requests/s. */
export type Memory = { readonly base: number; readonly perMinute: number; readonly perRequest: number };

/** A quiet, healthy web service. */
export const wellBehaved: Behaviour = {
	imageMegabytes: 180,
	startSeconds: 6,
	sigterm: { seconds: 2, code: 143 },
	cpuPerRequest: 4,
	idleCpu: 6,
	memory: { base: 220, perMinute: 0, perRequest: 0.4 },
};

/** The behaviour of an image: by `repository:tag`, else by `repository`, else the well-behaved one. */
export function behaviourOf(behaviours: ReadonlyMap<string, Behaviour>, image: string): Behaviour {
	const name = nameOf(image);
	const tagged = behaviours.get(name);
	if (tagged) return tagged;
	const end = name.search(/[:@]/);
	return behaviours.get(end === -1 ? name : name.slice(0, end)) ?? wellBehaved;
}
