import { eventLine } from './event-line.ts';
import { type Evidence, MINUTE } from './evidence.ts';
import type { EvidenceLine } from './finding.ts';

/** ECS's events leave out repeats: one this long ago still tells of now. Our own number. */
const LATELY = 20 * MINUTE;

/** `… is unhealthy in (target-group arn:…) due to (reason Request timed out).` (ECS developer guide, service event messages) */
const TIMED_OUT = /is unhealthy in .*reason Request timed out/su;

/** What says that checks of the load balancer go unanswered: targets as they are, else what ECS said lately. */
export function timeouts({ service, targets = [] }: Evidence, now: number): readonly EvidenceLine[] {
	const silent = targets.filter(({ reason }) => reason === 'Target.Timeout');
	const said = service.events.filter(({ createdAt, message }) => now - createdAt <= LATELY && TIMED_OUT.test(message));
	return [
		...silent.map(({ id, port }) => ({
			text: `${id}:${port} does not answer its health check in time`,
			api: 'elasticloadbalancing:DescribeTargetHealth',
		})),
		...said.map(eventLine),
	];
}
