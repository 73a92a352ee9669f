import { instanceName } from '../../model/container-instance.ts';
import { counted } from '../../model/counted.ts';
import { aboutService } from '../about-service.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { placementSteps } from '../capacity/placement-steps.ts';
import { placementTrouble } from '../capacity/placement-trouble.ts';

/**
 * ECS cannot reach the agent of an instance that runs its tasks: what it tells of them is what it heard last. That happens
 * by the way, too, since an agent connects anew now and then; with a task that cannot be placed for it, it is the cause.
 */
export function agentDisconnected(evidence: Evidence): readonly Finding[] {
	const { service, instances = [], tasks = [] } = evidence;
	const trouble = placementTrouble(evidence);
	const isCause = trouble?.id === 'placement-agent';
	const lost = instances.filter(({ status, agentConnected }) => status === 'ACTIVE' && !agentConnected);
	const own = lost.flatMap((instance) => {
		const on = tasks.filter(
			({ containerInstanceArn, lastStatus }) =>
				containerInstanceArn === instance.containerInstanceArn && lastStatus !== 'STOPPED',
		).length;
		return on > 0 ? [{ instance, on }] : [];
	});
	if (own.length === 0) return [];
	const names = own.map(({ instance }) => instanceName(instance)).join(', ');
	const on = own.reduce((sum, one) => sum + one.on, 0);
	return [
		aboutService(service, {
			id: 'x-agent-disconnected',
			severity: isCause ? 'high' : 'info',
			confidence: isCause ? 'high' : 'low',
			sentence: `the agent of ${names} is not connected: what ECS says of ${counted(on, 'task')} there may be old`,
			...(isCause && { since: trouble.since }),
			evidence: [
				...(isCause ? [eventLine(trouble.event)] : []),
				...own.map(({ instance }) => ({
					text: `${instanceName(instance)}: ACTIVE, agentConnected false`,
					api: 'ecs:DescribeContainerInstances',
				})),
			],
			next: placementSteps('placement-agent', evidence),
			...(isCause && { explains: ['placement-agent', 'x-desired-gap'] }),
		}),
	];
}
