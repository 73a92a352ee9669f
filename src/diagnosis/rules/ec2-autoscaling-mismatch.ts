import { capacityOf, instancesFor } from '../../model/capacity.ts';
import { aboutService } from '../about-service.ts';
import { FOLLOWS_FROM_NO_ROOM } from '../capacity/follows-from-no-room.ts';
import { addInstances } from '../capacity/add-instances.ts';
import { capacityPlan } from '../capacity/capacity-plan.ts';
import { type DesiredChange, desiredChanges } from '../desired-changes.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { groupLine } from '../capacity/group-words.ts';
import { lackOfRoom, type LackOfRoom } from '../capacity/lack-of-room.ts';
import { type OwnGroup, ownGroup } from '../capacity/own-group.ts';
import { type Reservation, reservation } from '../capacity/reservation.ts';

/**
 * Two loops scale: one the service by its load, one the instances. The first wants more tasks and gets no place for them,
 * since the second does not see it or may not follow. Says which of them is stuck.
 */
export function ec2AutoscalingMismatch(evidence: Evidence, now: number): readonly Finding[] {
	const { service, scaling, activities } = evidence;
	if (!scaling || !capacityOf(service).instances) return [];
	const lack = lackOfRoom(evidence, now);
	if (!lack) return [];
	const risen = lastRise(activities ?? [], service.desiredCount);
	// Without the activities the count may have been set by hand.
	if (!risen && service.desiredCount <= scaling.target.minCapacity) return [];
	const own = ownGroup(evidence);
	const given = reservation(instancesFor(service, evidence.instances ?? []));
	const stuck = stuckWords(evidence, own, given);
	if (stuck === undefined) return [];
	const { desiredCount, runningCount } = service;
	const plan = capacityPlan(evidence);
	const more = plan?.add && plan.add.instances > 0 ? `; needs ${plan.add.instances} more ${plan.add.type}` : '';
	return [
		aboutService(service, {
			id: 'x-ec2-autoscaling-mismatch',
			severity: 'warning',
			confidence: own && risen ? 'high' : 'medium',
			sentence: `service scaling wants ${desiredCount} tasks, ${runningCount} run: ${stuck}${more}`,
			since: lack.since,
			evidence: linesOf({ lack, risen, own, given }),
			ruledOut: [`The service's own scaling is not stuck: it has set ${desiredCount}`],
			next: [
				...addInstances(evidence, plan?.add?.instances || 1, plan?.add?.type),
				...lasting(own),
				{ text: 'Or want fewer tasks: a lower maximum, or a higher target', binding: 'act.target' },
			],
			explains: ['x-capacity-plan', ...FOLLOWS_FROM_NO_ROOM],
		}),
	];
}

/** The change that brought the desired count up to where it is. */
function lastRise(activities: Parameters<typeof desiredChanges>[0], desired: number): DesiredChange | undefined {
	const changes = desiredChanges(activities);
	const last = changes.at(-1);
	const before = changes.at(-2);
	return last && last.to === desired && (!before || before.to < last.to) ? last : undefined;
}

/** Why the instances do not follow; undefined while they do. */
function stuckWords(
	{ service }: Evidence,
	own: OwnGroup | undefined,
	given: Reservation | undefined,
): string | undefined {
	if (own) {
		const { name, desiredCapacity, maxSize } = own.group;
		if (desiredCapacity >= maxSize) return `instance scaling is stuck, ${name} is at its maximum of ${maxSize}`;
		if (own.managed) return undefined;
		return `instance scaling does not see it, ${blind(service.launchType, name)}${seen(given)}`;
	}
	const sees = seen(given);
	return sees === '' ? undefined : `instance scaling does not see it${sees}`;
}

function blind(launchType: string | undefined, name: string): string {
	return launchType === 'EC2'
		? `tasks of the launch type EC2 are none that managed scaling of ${name} counts`
		: `managed scaling of ${name} is off`;
}

/** A scaling by reservation sees the one metric that it tracks. */
function seen(given: Reservation | undefined): string {
	return given ? ` (CPU is reserved to ${given.cpu} %, memory to ${given.memory} %)` : '';
}

type Facts = {
	readonly lack: LackOfRoom;
	readonly risen: DesiredChange | undefined;
	readonly own: OwnGroup | undefined;
	readonly given: Reservation | undefined;
};

function linesOf({ lack: { trouble, waiting }, risen, own, given }: Facts): readonly EvidenceLine[] {
	const [oldest] = waiting;
	return [
		...(risen
			? [
					{
						text: `${risen.activity.description} ${risen.activity.cause}`.trim(),
						api: 'application-autoscaling:DescribeScalingActivities',
						at: risen.at,
						place: { kind: 'autoscaling' } as const,
					},
				]
			: []),
		...(trouble ? [eventLine(trouble.event)] : []),
		...(oldest
			? [
					{
						text: `${waiting.length} PROVISIONING without an instance`,
						api: 'ecs:DescribeTasks',
						...(oldest.createdAt !== undefined && { at: oldest.createdAt }),
						place: { kind: 'task', taskArn: oldest.taskArn } as const,
					},
				]
			: []),
		...(own ? [groupLine(own)] : []),
		...(given
			? [
					{
						text: `of the instances ${given.cpu} % of CPU and ${given.memory} % of memory are reserved`,
						api: 'ecs:DescribeContainerInstances',
					},
				]
			: []),
	];
}

function lasting(own: OwnGroup | undefined): Finding['next'] {
	if (own?.managed) return [];
	return [
		{
			text: 'For good: run it on a capacity provider with managed scaling, which counts tasks that wait; CPUReservation alone sees neither memory nor ports run short',
		},
	];
}
