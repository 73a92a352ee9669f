import { capacityOf } from '../../model/capacity.ts';
import { counted } from '../../model/counted.ts';
import { listed } from '../../model/listed.ts';
import { rollingBounds } from '../../model/rolling-bounds.ts';
import type { Service } from '../../model/service.ts';
import type { Subnet } from '../../model/subnet.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { explainMessage } from '../catalogue/explain-message.ts';
import { explainEvent } from '../explain-event.ts';
import { eventLine } from '../event-line.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { missingTasks } from '../capacity/missing-tasks.ts';
import { sinceSteady } from '../capacity/placement-trouble.ts';
import { regionOption, whereOptions } from '../update-command.ts';

/** ECS forgets a stopped task after an hour, at the earliest (ECS API reference, DescribeTasks): what is older is over. */
const RECENT = 60 * MINUTE;

const SUBNET = /subnet-[0-9a-z]+/iu;

/** Each task with an interface of its own takes an address: subnets have none left, or too few for the next deployment. */
export function subnetIp(evidence: Evidence, now: number): readonly Finding[] {
	const { service, subnets } = evidence;
	if (!service.network) return [];
	const missing = missingTasks(evidence);
	const stops = missing > 0 ? exhaustedStops(evidence, now) : [];
	const events =
		missing > 0 ? sinceSteady(evidence).filter((event) => explainEvent(event).id === 'subnet-ip-exhausted') : [];
	if (stops.length + events.length > 0) return [exhausted(evidence, stops, events)];
	return subnets && subnets.length > 0 ? atRisk(evidence, subnets, missing) : [];
}

/** Newest first. */
function exhaustedStops({ tasks = [] }: Evidence, now: number): readonly Task[] {
	return tasks
		.filter((task) => {
			const end = endedAt(task) ?? task.createdAt;
			return reasonId(task.stoppedReason) === 'subnet-ip-exhausted' && end !== undefined && now - end <= RECENT;
		})
		.toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0));
}

function reasonId(reason: string | undefined): string | undefined {
	return reason === undefined ? undefined : explainMessage(reason, 'stopped-reason').id;
}

function exhausted(evidence: Evidence, stops: readonly Task[], events: Service['events']): Finding {
	const { service, subnets } = evidence;
	const named = new Set(
		[...stops.map(({ stoppedReason = '' }) => stoppedReason), ...events.map(({ message }) => message)].flatMap(
			(text) => SUBNET.exec(text)?.[0] ?? [],
		),
	);
	const ids = [...named];
	const read = subnets?.filter(({ subnetId }) => named.has(subnetId)) ?? [];
	const free = read.reduce((sum, { availableIpAddressCount }) => sum + availableIpAddressCount, 0);
	const where = ids.length > 0 ? listed(ids) : 'a subnet';
	const left = free > 0 ? ` (${free} free now)` : '';
	const who = stops.length > 0 ? `${counted(stops.length, 'task')} could not start` : 'tasks cannot start';
	const times = [...stops.map((task) => endedAt(task) ?? task.createdAt), ...events.map(({ createdAt }) => createdAt)];
	return aboutService(service, {
		id: 'x-subnet-ip',
		severity: 'high',
		confidence: read.length > 0 && free < missingTasks(evidence) ? 'high' : 'medium',
		sentence: `${who}: no free address in ${where}${left}`,
		since: Math.min(...times.flatMap((time) => time ?? [])),
		evidence: [
			...stops.slice(0, 3).map((task) => stopLine(task)),
			...events.slice(0, 1).map(eventLine),
			...(subnets ?? []).map(subnetLine),
		],
		ruledOut: others(subnets, named),
		next: ways(evidence, subnets),
		explains: ['subnet-ip-exhausted', 'x-start-loop', 'x-desired-gap', 'placement-generic', 'fargate-az-unsupported'],
	});
}

function stopLine(task: Task): EvidenceLine {
	const at = endedAt(task) ?? task.createdAt;
	return {
		text: task.stoppedReason ?? 'stopped',
		api: 'ecs:DescribeTasks',
		...(at !== undefined && { at }),
		place: { kind: 'task', taskArn: task.taskArn },
	};
}

function subnetLine({ subnetId, availabilityZone, availableIpAddressCount }: Subnet): EvidenceLine {
	const free = counted(availableIpAddressCount, 'free address', 'free addresses');
	return { text: `${subnetId} (${availabilityZone}): ${free}`, api: 'ec2:DescribeSubnets' };
}

function others(subnets: readonly Subnet[] = [], named: ReadonlySet<string>): readonly string[] {
	const roomy = subnets.filter(
		({ subnetId, availableIpAddressCount }) => !named.has(subnetId) && availableIpAddressCount > 0,
	);
	if (named.size === 0 || roomy.length === 0) return [];
	return [
		`Not the other subnets: ${roomy.map(({ subnetId }) => subnetId).join(', ')} ${roomy.length === 1 ? 'has' : 'have'} addresses left`,
	];
}

/** At rest: what the next deployment, or the tasks that are on their way, will meet. AWS's own five addresses are not counted as free. */
function atRisk(evidence: Evidence, subnets: readonly Subnet[], missing: number): readonly Finding[] {
	const { service } = evidence;
	const bounds = rollingBounds(service);
	const surge = Math.max(missing, bounds ? bounds.upper - service.desiredCount : 0);
	const free = subnets.reduce((sum, { availableIpAddressCount }) => sum + availableIpAddressCount, 0);
	const full = subnets.filter(({ availableIpAddressCount }) => availableIpAddressCount === 0);
	if (service.desiredCount === 0 || (full.length === 0 && free >= surge)) return [];
	const ids = listed((full.length > 0 ? full : subnets).map(({ subnetId }) => subnetId));
	const sentence =
		full.length > 0
			? `${ids} ${full.length === 1 ? 'has' : 'have'} no free address: a task that lands there fails to start`
			: `${ids} ${subnets.length === 1 ? 'has' : 'have'} ${free} free: a deployment starts up to ${surge} more tasks`;
	return [
		aboutService(service, {
			id: 'x-subnet-ip',
			severity: missing > 0 && full.length > 0 ? 'high' : 'info',
			confidence: 'medium',
			sentence,
			evidence: subnets.map(subnetLine),
			next: ways(evidence, subnets),
		}),
	];
}

function ways({ service }: Evidence, subnets: readonly Subnet[] = []): readonly NextStep[] {
	const { network, deploymentConfiguration: how, desiredCount } = service;
	const max = how?.maximumPercent ?? 200;
	const ids = network?.subnets.join(' ') ?? '';
	const roomy = subnets.filter(({ availableIpAddressCount }) => availableIpAddressCount > 0).length;
	const onFargate = capacityOf(service).instances === undefined;
	return [
		{
			text: `Give the service another subnet${roomy > 0 ? ', or leave the full one out' : ''}: update-service takes the whole list of subnets`,
			command: `aws ecs describe-services ${whereOptions(service)} --services ${service.serviceName} --query 'services[0].networkConfiguration'`,
		},
		{
			text: 'See who has the addresses',
			command: `aws ec2 describe-network-interfaces ${regionOption(service)} --filters Name=subnet-id,Values=${ids.replaceAll(' ', ',')} --query 'NetworkInterfaces[].[SubnetId,InterfaceType,Description]' --output text`,
		},
		...(max > 100
			? [
					{
						text: `Or deploy with fewer beside: maximumPercent ${max} allows ${Math.floor((desiredCount * max) / 100)} tasks at a time`,
					},
				]
			: []),
		...(onFargate ? [] : [{ text: 'Or bridge networking: tasks then share the address of their instance' }]),
	];
}
