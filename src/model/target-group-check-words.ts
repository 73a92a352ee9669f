import type { TargetGroup } from './load-balancing.ts';

/** `HTTP /healthz on the traffic port every 30s, timeout 5s; expects 200-299; healthy after 5, unhealthy after 2`. */
export function targetGroupCheckWords(group: TargetGroup): string {
	const port = group.healthCheckPort === 'traffic-port' ? 'the traffic port' : `port ${group.healthCheckPort ?? '-'}`;
	const what = [group.healthCheckProtocol, group.healthCheckPath].filter((part) => part !== undefined).join(' ');
	const wanted = group.matcher === undefined ? '' : `; expects ${group.matcher}`;
	return (
		`checks ${what} on ${port} every ${group.healthCheckIntervalSeconds ?? '-'}s, timeout ` +
		`${group.healthCheckTimeoutSeconds ?? '-'}s${wanted}; healthy after ${group.healthyThresholdCount ?? '-'}, ` +
		`unhealthy after ${group.unhealthyThresholdCount ?? '-'} in a row`
	);
}
