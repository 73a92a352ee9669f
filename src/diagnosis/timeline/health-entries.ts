import { lastSegment, shortTaskId } from '../../model/arn.ts';
import type { HealthFlip } from '../../model/health-flip.ts';
import type { Task } from '../../model/task.ts';
import type { FreshEntry, TimelineLevel } from './timeline-entry.ts';

type Flip<Kind extends HealthFlip['kind']> = Extract<HealthFlip, { readonly kind: Kind }>;

const SEEN = 'seen by looking: AWS keeps no history of health, so it may have been a little before';

/** Health as it was seen to change, of containers and targets. What was only seen first has not changed. */
export function healthEntries(flips: readonly HealthFlip[], tasks: readonly Task[]): readonly FreshEntry[] {
	return flips.flatMap((flip): readonly FreshEntry[] => {
		if (flip.before === undefined) return [];
		if (flip.kind === 'container') return [containerEntry(flip)];
		// A task is as healthy as its containers, which are told of.
		return flip.kind === 'target' ? [targetEntry(flip, tasks)] : [];
	});
}

function containerEntry({ at, before, after, taskArn, container }: Flip<'container'>): FreshEntry {
	const what = `${container} of task ${shortTaskId(taskArn)}`;
	return {
		id: `health ${at} ${taskArn} ${container}`,
		at,
		kind: 'health',
		level: after === 'UNHEALTHY' ? 'failing' : 'routine',
		text: after === 'UNHEALTHY' ? `${what} fails its health check` : `${what} is ${after}, was ${before}`,
		detail: [`container health ${before} → ${after}`, SEEN],
		place: { kind: 'task', taskArn },
		run: `health ${container} ${after}`,
	};
}

/** Target health states (Elastic Load Balancing API reference, TargetHealth.State). */
const TARGET_LEVELS: Readonly<Record<string, TimelineLevel>> = { unhealthy: 'failing', unavailable: 'degraded' };

function targetEntry(flip: Flip<'target'>, tasks: readonly Task[]): FreshEntry {
	const { at, before, after, targetGroupArn, targetId, port, reason, description } = flip;
	const task = tasks.find(({ privateIpv4Address }) => privateIpv4Address === targetId);
	const whose = task ? ` (task ${shortTaskId(task.taskArn)})` : '';
	const why = description === undefined ? '' : `: ${description}`;
	return {
		id: `health ${at} ${targetGroupArn} ${targetId} ${port}`,
		at,
		kind: 'health',
		level: TARGET_LEVELS[after] ?? 'routine',
		text: `target ${targetId}:${port}${whose} is ${after}, was ${before}${why}`,
		detail: [`target group ${groupName(targetGroupArn)}${reason === undefined ? '' : `, ${reason}`}`, SEEN],
		place: { kind: 'target', targetGroupArn, targetId, port },
		run: `health ${targetGroupArn} ${after} ${description}`,
	};
}

/** `…:targetgroup/checkout-tg/73e2d6bc24d8a067` -> `checkout-tg` */
function groupName(arn: string): string {
	return arn.split('/').at(-2) ?? lastSegment(arn);
}
