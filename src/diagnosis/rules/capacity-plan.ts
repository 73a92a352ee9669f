import { counted } from '../../model/counted.ts';
import type { Lack } from '../../model/instance-room.ts';
import { memoryWords } from '../../model/size-words.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import { aboutService } from '../about-service.ts';
import { FOLLOWS_FROM_NO_ROOM } from '../capacity/follows-from-no-room.ts';
import { addInstances } from '../capacity/add-instances.ts';
import { type CapacityPlan, capacityPlan } from '../capacity/capacity-plan.ts';
import { eventLine } from '../event-line.ts';
import { groupLine, groupWords } from '../capacity/group-words.ts';
import { instanceLines } from '../capacity/instance-lines.ts';
import { lackOfRoom, type LackOfRoom } from '../capacity/lack-of-room.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding, NextStep } from '../finding.ts';
import { ownGroup } from '../capacity/own-group.ts';

/** Tasks find no room on the instances: how many more it takes, of which type, and what is short. */
export function capacityPlanRule(evidence: Evidence, now: number): readonly Finding[] {
	const lack = lackOfRoom(evidence, now);
	const plan = lack && capacityPlan(evidence);
	if (!plan) return [];
	const own = ownGroup(evidence);
	const { service } = evidence;
	return [
		aboutService(service, {
			id: 'x-capacity-plan',
			severity: 'high',
			confidence: plan.room < plan.missing ? 'high' : 'low',
			sentence: sentenceOf(evidence, plan),
			since: lack.since,
			evidence: [...linesOf(lack), ...instanceLines(plan.fits), ...(own ? [groupLine(own)] : [])],
			ruledOut: ruledOut(plan),
			next: stepsOf(evidence, plan),
			explains: FOLLOWS_FROM_NO_ROOM,
		}),
	];
}

function linesOf({ trouble, waiting }: LackOfRoom): Finding['evidence'] {
	const [oldest] = waiting;
	return [
		...(trouble ? [eventLine(trouble.event)] : []),
		...(oldest
			? [
					{
						text: `${counted(waiting.length, 'task')} PROVISIONING without an instance`,
						api: 'ecs:DescribeTasks',
						...(oldest.createdAt !== undefined && { at: oldest.createdAt }),
						place: { kind: 'task', taskArn: oldest.taskArn } as const,
					},
				]
			: []),
	];
}

function sentenceOf(evidence: Evidence, plan: CapacityPlan): string {
	const { missing, needs, room, add, neverFits } = plan;
	const own = ownGroup(evidence);
	const what = `${counted(missing - room, 'task')} of ${sizeWords(needs)}`;
	if (neverFits) return `a task of ${sizeWords(needs)} never fits on ${typesOf(plan)}: ${short(plan)}`;
	if (room >= missing)
		return `${counted(missing, 'task')} of ${sizeWords(needs)} found no room; there is room now, and ECS tries again within 15 min`;
	const more = add ? `needs ${add.instances} more ${add.type}` : 'needs more instances';
	const tail = own && groupWords(own);
	return `${more}: ${what} ${missing - room === 1 ? 'finds' : 'find'} no room, ${short(plan)}${tail === undefined ? '' : `; ${tail}`}`;
}

/** `256 CPU units and 1 GB` */
function sizeWords({ cpu, memory }: TaskNeeds): string {
	return `${cpu} CPU units and ${memoryWords(memory)}`;
}

const SCARCE: Readonly<Record<Lack['kind'], string>> = {
	cpu: 'CPU is short',
	memory: 'memory is short',
	port: 'the port is taken',
	attribute: 'an attribute is missing',
};

/** `memory is short on both instances`, `port 80 is taken on the only instance` */
function short({ fits, scarce, needs }: CapacityPlan): string {
	const full = fits.filter(({ tasks }) => tasks === 0).length;
	const where =
		fits.length === 1
			? 'the only instance'
			: full === 2 && fits.length === 2
				? 'both instances'
				: full === fits.length
					? `all ${full} instances`
					: `${full} of ${fits.length} instances`;
	if (scarce === undefined) return `${fits.length === 1 ? 'the instance has' : 'the instances have'} no more room`;
	const [port] = [...needs.hostPorts, ...needs.hostUdpPorts];
	const what = scarce === 'port' && port !== undefined ? `port ${port} is taken` : SCARCE[scarce];
	return `${what} on ${where}`;
}

function typesOf({ fits }: CapacityPlan): string {
	const types = new Set(fits.flatMap(({ instance }) => instance.instanceType ?? []));
	return [...types].join(' or ') || 'the instances there are';
}

/** Of CPU and memory, the one of which there is enough on every instance that lacks the other. */
function ruledOut({ fits, needs, scarce }: CapacityPlan): readonly string[] {
	if (scarce !== 'cpu' && scarce !== 'memory') return [];
	const other = scarce === 'cpu' ? 'memory' : 'cpu';
	const full = fits.filter(({ tasks }) => tasks === 0);
	if (!full.every(({ instance }) => instance.remaining[other] >= needs[other])) return [];
	return [`${other === 'cpu' ? 'CPU' : 'Memory'} is not short: each of them has enough for one more task`];
}

function stepsOf(evidence: Evidence, plan: CapacityPlan): readonly NextStep[] {
	const { service } = evidence;
	const { add, neverFits, room, missing } = plan;
	if (neverFits) return [{ text: 'Ask for less CPU and memory, or use a larger instance type', binding: 'act.deploy' }];
	if (room >= missing) return [{ text: 'Start the deployment anew: it resets the wait', binding: 'act.force' }];
	const lower = service.desiredCount - (missing - room);
	return [
		...addInstances(evidence, add?.instances ?? 1, add?.type),
		...smaller(plan),
		...(service.deployments.length === 1 && lower > 0
			? [
					{
						text: `Or run what fits: ${service.desiredCount} → ${lower}`,
						binding: 'act.scale',
						command: `deckwatch scale ${service.serviceName} ${lower}`,
					},
				]
			: []),
	];
}

/** What the roomiest instance has left, where that is less than one task. */
function smaller({ fits, needs, scarce }: CapacityPlan): readonly NextStep[] {
	if (scarce !== 'cpu' && scarce !== 'memory') return [];
	const largest = Math.max(...fits.map(({ instance }) => instance.remaining[scarce]));
	if (largest <= 0 || largest >= needs[scarce]) return [];
	const most = scarce === 'memory' ? memoryWords(largest) : `${largest} CPU units`;
	return [{ text: `Or ask for less: the largest free place has ${most}`, binding: 'act.deploy' }];
}
