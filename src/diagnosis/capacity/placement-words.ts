import { capacityOf, instancesFor } from '../../model/capacity.ts';
import { counted } from '../../model/counted.ts';
import { type ContainerInstance, instanceName } from '../../model/container-instance.ts';
import { fitOn } from '../../model/instance-room.ts';
import { memoryWords, vcpuWords } from '../../model/size-words.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import type { Evidence } from '../evidence.ts';
import { missingTasks } from './missing-tasks.ts';
import { needsOf } from './needs-of.ts';

/** What ECS says of placement as a colleague would, with the names that the rest of the evidence has for it. */
export function placementWords(id: string, evidence: Evidence): string {
	const words = WORDS[id];
	return words === undefined ? `no place is found for ${missing(evidence)}` : words(evidence);
}

/** The attributes that its tasks require and no instance has. */
export function missingAttributes(evidence: Evidence): readonly string[] {
	const needs = needsOf(evidence);
	const { service, instances } = evidence;
	if (!needs || !instances) return [];
	const ours = instancesFor(service, instances);
	return needs.attributes
		.filter((one) => !ours.some((instance) => fitOn(instance, onlyAttribute(needs, one)).lack?.kind !== 'attribute'))
		.map(({ name, value }) => (value === undefined ? name : `${name} = ${value}`));
}

function onlyAttribute(needs: TaskNeeds, attribute: TaskNeeds['attributes'][number]): TaskNeeds {
	return { ...needs, attributes: [attribute], hostPorts: [], hostUdpPorts: [] };
}

/** The instances that ECS cannot reach. */
export function disconnected({ service, instances = [] }: Evidence): readonly ContainerInstance[] {
	return instancesFor(service, instances).filter(
		({ status, agentConnected }) => status === 'ACTIVE' && !agentConnected,
	);
}

const WORDS: Readonly<Record<string, (evidence: Evidence) => string>> = {
	'placement-no-instances': (evidence) => `there is no instance to run ${missing(evidence)} on`,
	'placement-cpu': (evidence) => noRoom('CPU', evidence),
	'placement-memory': (evidence) => noRoom('memory', evidence),
	'placement-port': (evidence) => {
		const needs = needsOf(evidence);
		const [port] = needs ? [...needs.hostPorts, ...needs.hostUdpPorts] : [];
		const which = port === undefined ? 'the host port of its tasks' : `port ${port}`;
		return isDaemon(evidence)
			? `${which} is taken on ${counted(missingTasks(evidence), 'instance')}: a daemon has a task on each`
			: `${which} is taken on every instance: ${missing(evidence)} cannot start`;
	},
	'placement-attribute': (evidence) => {
		const names = missingAttributes(evidence);
		return names.length === 0
			? 'no instance has all the attributes that its tasks require'
			: `no instance has what its tasks require: ${names.join(', ')}`;
	},
	'placement-constraint': ({ service: { placementConstraints = [] } }) =>
		`no instance meets its placement constraints${placementConstraints.length > 0 ? ` (${placementConstraints.join(', ')})` : ''}`,
	'placement-agent': (evidence) => {
		const names = disconnected(evidence).map(instanceName);
		return `ECS cannot reach the agent of ${names.length > 0 ? names.join(', ') : 'the instance that fits best'}: ${missing(evidence)} cannot start there`;
	},
	'placement-eni': (evidence) => `no instance has a network interface left for ${missing(evidence)}`,
	'placement-gpu': (evidence) => `no instance has a free GPU for ${missing(evidence)}`,
	'placement-partial-launch': (evidence) => `ECS could start only some of its tasks: ${missing(evidence)} lack a place`,
	'agent-start-timeout': () => 'the ECS agent of a new instance did not start',
	'provisioning-limit': () => 'too many tasks of the cluster wait for an instance already',
	'fargate-capacity': (evidence) =>
		`${fargateKind(evidence)} has no capacity${zones(evidence)} for ${missing(evidence)}${fargateSize(evidence)} just now`,
	'fargate-quota': (evidence) => `the account's Fargate quota is used up: ${missing(evidence)} cannot start`,
	'fargate-az-unsupported': (evidence) => `one of its subnets may lie in a zone without Fargate${zones(evidence)}`,
};

/** A daemon has its task on each instance: those that have none are the ones without room. */
export function isDaemon({ service }: Evidence): boolean {
	return service.schedulingStrategy === 'DAEMON';
}

function noRoom(what: 'CPU' | 'memory', evidence: Evidence): string {
	if (!isDaemon(evidence)) return `no instance has enough free ${what} for ${missing(evidence)}${size(evidence)}`;
	const count = missingTasks(evidence);
	return `${counted(count, 'instance lacks', 'instances lack')} free ${what} for a task of the daemon${size(evidence)}`;
}

/** `2 tasks` */
function missing(evidence: Evidence): string {
	return counted(missingTasks(evidence), 'task');
}

function size(evidence: Evidence): string {
	const needs = needsOf(evidence);
	return needs ? ` of ${needs.cpu} CPU units and ${memoryWords(needs.memory)}` : '';
}

function fargateSize(evidence: Evidence): string {
	const needs = needsOf(evidence);
	return needs ? ` of ${vcpuWords(needs.cpu)} and ${memoryWords(needs.memory)}` : '';
}

/** Where all of its tasks go to Spot, that is what ran out. */
function fargateKind({ service }: Evidence): string {
	const { fargate } = capacityOf(service);
	return fargate.length > 0 && fargate.every((kind) => kind === 'spot') ? 'Fargate Spot' : 'Fargate';
}

/** ` in ap-northeast-1a, ap-northeast-1c` */
function zones({ subnets = [] }: Evidence): string {
	const names = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))].toSorted();
	return names.length === 0 ? '' : ` in ${names.join(', ')}`;
}
