import { shortTaskId } from '../../model/arn.ts';
import { capacityOf } from '../../model/capacity.ts';
import { listed } from '../../model/listed.ts';
import type { Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { neededEndpoints } from '../needed-endpoints.ts';
import { type StartFailure, startFailures } from '../start-failures.ts';
import { regionOption } from '../update-command.ts';

/** Somewhere that has to be reached before a task can start. */
type Destination = { readonly name: string | ((text: string) => string); readonly ruledOut: string };

/** By what the catalogue calls a connection to it that came to nothing. */
const DESTINATIONS: Readonly<Record<string, Destination>> = {
	'log-network': {
		name: 'CloudWatch Logs',
		ruledOut: 'Not the log group: the text names it first, but the connection failed before anybody looked for it',
	},
	'secret-network': {
		name: secretSource,
		ruledOut: 'Not the image, the secret or the permissions: the connection failed before any of them was looked at',
	},
	'image-pull-network': {
		name: 'the image registry',
		ruledOut: 'Not the image: the connection failed before the registry was asked for it',
	},
};

/** Tasks cannot start because their network has no way out: what the network configuration adds to AWS's text. */
export function noRoute(evidence: Evidence, now: number): readonly Finding[] {
	const failures = startFailures(evidence, now);
	const [id, destination] =
		Object.entries(DESTINATIONS).find(([name]) => failures.some((failure) => failure.id === name)) ?? [];
	if (id === undefined || !destination) return [];
	const own = failures.filter((failure) => failure.id === id);
	return [findingOf(evidence, id, destination, own)];
}

function findingOf(
	evidence: Evidence,
	id: string,
	{ name, ruledOut }: Destination,
	failures: readonly StartFailure[],
): Finding {
	const { service } = evidence;
	const { network } = service;
	const where = goesByInstance(service) ? [] : failingSubnets(evidence, failures);
	return aboutService(service, {
		id: 'x-no-route',
		severity: 'high',
		confidence: network || goesByInstance(service) ? 'high' : 'medium',
		sentence: `tasks${where.length === 0 ? '' : ` in ${listed(where)}`} do not get to ${typeof name === 'string' ? name : name(failures[0]?.text ?? '')}: ${wayWords(service)}`,
		since: Math.min(...failures.map(({ at }) => at)),
		evidence: [...failureLines(failures), ...networkLines(evidence, where)],
		ruledOut: [ruledOut],
		next: steps(evidence, failures, where),
		explains: [id, 'secret-init-failed', 'image-pull-failed', 'x-start-loop'],
	});
}

/** What AWS's text names first is what the task went for. */
function secretSource(text: string): string {
	const named = /Amazon ECR|Secrets Manager|\basm\b|\bssm\b|Systems Manager/iu.exec(text)?.[0].toLowerCase();
	if (named === 'amazon ecr') return 'Amazon ECR';
	if (named === undefined) return 'its secrets or registry';
	return named === 'asm' || named === 'secrets manager' ? 'Secrets Manager' : 'Systems Manager';
}

/**
 * On an instance of one's own Docker and the agent pull, fetch and log, whatever network the task gets: the way out is
 * the instance's (amazon-ecs-agent pulls and fetches; awslogs is a driver of the Docker daemon).
 */
function goesByInstance(service: Service): boolean {
	return capacityOf(service).instances !== undefined;
}

function wayWords(service: Service): string {
	if (goesByInstance(service)) return 'the instances that they are placed on have no way out';
	const { assignPublicIp } = service.network ?? {};
	if (assignPublicIp === 'DISABLED') {
		return 'assignPublicIp is DISABLED, so it takes a NAT gateway or VPC endpoints';
	}
	if (assignPublicIp === 'ENABLED') {
		return 'they have public addresses, so it is the route to an internet gateway or the security group';
	}
	return 'the network has no way out';
}

function failureLines(failures: readonly StartFailure[]): readonly EvidenceLine[] {
	return failures.slice(0, 3).map(({ task, text, at }) => ({
		text: `task ${shortTaskId(task.taskArn)}${task.subnetId === undefined ? '' : ` in ${task.subnetId}`}: ${text}`,
		api: 'ecs:DescribeTasks',
		at,
		place: { kind: 'task', taskArn: task.taskArn },
	}));
}

function networkLines({ service, tasks = [] }: Evidence, where: readonly string[]): readonly EvidenceLine[] {
	if (goesByInstance(service)) return [];
	const { subnets = [], securityGroups = [], assignPublicIp } = service.network ?? {};
	const place = { kind: 'service' } as const;
	const elsewhere = subnetsOf(tasks.filter(isRunning)).filter((subnet) => !where.includes(subnet));
	return [
		...(service.network
			? [
					{
						text: `its tasks get ${listed([...subnets, ...securityGroups])}, assignPublicIp ${assignPublicIp ?? 'not set'}`,
						api: 'ecs:DescribeServices',
						place,
					},
				]
			: []),
		...(where.length > 0 && elsewhere.length > 0
			? [{ text: `other tasks of it run in ${listed(elsewhere)}`, api: 'ecs:DescribeTasks' }]
			: []),
	];
}

function steps(
	{ service, taskDefinitions }: Evidence,
	[failure]: readonly StartFailure[],
	where: readonly string[],
): readonly NextStep[] {
	const { network } = service;
	const { endpoints, beyond } = neededEndpoints(failure && taskDefinitions?.[failure.task.taskDefinitionArn]);
	const byInstance = goesByInstance(service);
	const subnets = where.length > 0 || byInstance ? where : (network?.subnets ?? []);
	const names = byInstance ? 'the subnets of its instances' : subnets.length === 0 ? 'its subnets' : listed(subnets);
	const own = endpoints.map((name) => (name === 's3' ? 's3 (gateway)' : name));
	const byEndpoint = own.length > 0 && beyond.length === 0 ? `, or VPC endpoints for ${listed(own)}` : '';
	const noEndpoint = beyond.length === 0 ? '' : `; no VPC endpoint leads to ${listed(beyond)}`;
	const routes = {
		text: `See where ${names} ${subnets.length > 1 ? 'lead' : 'leads'}`,
		command: `aws ec2 describe-route-tables ${regionOption(service)} --filters Name=association.subnet-id,Values=${subnets.join(',')}`,
	};
	return [
		...(network?.assignPublicIp === 'ENABLED' && !byInstance
			? []
			: [{ text: `Give ${names} a route to a NAT gateway${byEndpoint}${noEndpoint}` }]),
		...(network?.assignPublicIp === 'DISABLED' && !byInstance
			? [{ text: 'If they are public subnets, set assignPublicIp to ENABLED: that starts a deployment' }]
			: []),
		...(subnets.length > 0 ? [routes] : []),
		{
			text: `See whether the security group${byInstance ? ' of the instances' : ''} lets port 443 out, and that of the endpoints lets it in`,
		},
	];
}

/** Those in which none of its tasks runs now: where one does, the way out is there. */
function failingSubnets({ tasks = [] }: Evidence, failures: readonly StartFailure[]): readonly string[] {
	const failing = subnetsOf(failures.map(({ task }) => task));
	const running = subnetsOf(tasks.filter(isRunning));
	const dark = failing.filter((subnet) => !running.includes(subnet));
	return dark.length > 0 ? dark : failing;
}

function subnetsOf(tasks: readonly Task[]): readonly string[] {
	return [...new Set(tasks.flatMap(({ subnetId }) => subnetId ?? []))].toSorted();
}

function isRunning({ lastStatus }: Task): boolean {
	return lastStatus === 'RUNNING';
}
