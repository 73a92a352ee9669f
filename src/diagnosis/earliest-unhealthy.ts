import type { HealthCheck } from '../model/task-definition.ts';

/**
 * Seconds from the start of a container that never passes its check until it can be UNHEALTHY at the earliest: when every probe
 * fails at once. As Docker counts (moby, daemon/health.go): the first probe runs one interval after the start, each further one an
 * interval after the one before has ended; until a first pass, failures of probes that began within the start period
 * do not count; `retries` failures in a row make it unhealthy. Whether Fargate keeps the same beat is not documented,
 * and ECS hears of it up to 20 s later (amazon-ecs-agent, DefaultContainerMetricsPublishInterval).
 */
export function earliestUnhealthy(check: HealthCheck): number {
	return firstThatCounts(check) + (check.retries - 1) * check.interval;
}

/** The same at the latest: when every probe runs into its timeout. */
export function latestUnhealthy({ interval, timeout, retries, startPeriod }: HealthCheck): number {
	const probe = Math.max(1, Math.ceil(startPeriod / interval));
	const byTimeouts = probe * interval + (probe - 1) * timeout;
	const afterStartPeriod = startPeriod + interval + timeout;
	return Math.min(byTimeouts, afterStartPeriod) + (retries - 1) * (interval + timeout) + timeout;
}

/** When the first probe that counts can begin: probes before it may take anything up to their timeout. */
function firstThatCounts({ interval, timeout, startPeriod }: HealthCheck): number {
	for (let probe = 1; ; probe++) {
		const [soonest, last] = [probe * interval, probe * interval + (probe - 1) * timeout];
		if (last >= startPeriod || interval <= 0) return Math.max(soonest, startPeriod);
	}
}
