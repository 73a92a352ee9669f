/** A container of a task, AWS's member names. */
export type ContainerState = {
	readonly containerArn: string;
	readonly name: string;
	readonly image: string;
	readonly essential: boolean;
	/** Known once the image is pulled. */
	imageDigest?: string;
	/** `<task id>-<10 digits>` on Fargate; known once the container exists. */
	runtimeId?: string;
	lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
	/** UNKNOWN without a health check, and until the check has decided. */
	healthStatus: HealthStatus;
	/** Failed probes in a row, outside the start period. */
	failedProbes: number;
	/** What the last probe printed, and its exit code; no API shows it (a shell in the container does). */
	lastProbe?: { readonly exitCode: number; readonly output: string };
	/** The next probe, epoch ms; a check whose outcome cannot change sleeps. */
	nextProbeAt?: number;
	/** When it gets too little CPU beside the others of its task, in this minute; absent: never. */
	starvation?: readonly Span[];
	/** When it will end by itself, epoch ms. */
	endsAt?: number;
	startedAt?: number;
	stoppedAt?: number;
	exitCode?: number;
	reason?: string;
};

export type HealthStatus = 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN';

/** From a time until before another, epoch ms. */
export type Span = { readonly from: number; until: number };
