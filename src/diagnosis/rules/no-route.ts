import { shortTaskId } from '../../model/arn.ts';
import type { Task } from '../../model/task.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { neededEndpoints } from '../needed-endpoints.ts';
import { type StartFailure, startFailures } from '../start-failures.ts';
import { regionOption } from '../update-command.ts';

/** Somewhere that a task has to get to before it can start. */
type Destination = {
	readonly id: string;
	readonly pattern: RegExp;
	readonly name: string | ((text: string) => string);
	readonly ruledOut: string;
};

/**
 * AWS's wordings of connections that came to nothing (ECS developer guide, "Stopped tasks error messages" and "CannotPullContainer
 * task errors"; stopped reasons in public issues), most specific first.
 */
const DESTINATIONS: readonly Destination[] = [
	{
		id: 'log-network',
		pattern: /connection issue between the task and Amazon CloudWatch|logger args.*(?:signal: killed|deadline)/iu,
		name: 'CloudWatch Logs',
		ruledOut: 'Not the log group: the text names it first, but the connection failed before anybody looked for it',
	},
	{
		id: 'secret-network',
		pattern:
			/(?:registry auth|secret|from asm|from ssm).*(?:connection issue between|deadline exceeded|RequestCanceled|i\/o timeout|send request failed|signal: killed)/iu,
		name: secretSource,
		ruledOut: 'Not the image, the secret or the permissions: the connection failed before any of them was looked at',
	},
	{
		id: 'image-pull-network',
		pattern:
			/CannotPull.*(?:request canceled|Client\.Timeout|i\/o timeout|dial tcp|context canceled)|connection issue between the task and Amazon ECR|can't pull the image\. Check your network|invalid memory address or nil pointer/iu,
		name: 'the image registry',
		ruledOut: 'Not the image: the connection failed before the registry was asked for it',
	},
];

/** Tasks cannot start because their network has no way out: what the network configuration adds to AWS's text. */
export function noRoute(evidence: Evidence, now: number): readonly Finding[] {
	const failures = startFailures(evidence, now);
	return DESTINATIONS.flatMap((destination, index) => {
		const before = DESTINATIONS.slice(0, index);
		const own = failures.filter(
			({ text }) => destination.pattern.test(text) && !before.some(({ pattern }) => pattern.test(text)),
		);
		return own[0] ? [findingOf(evidence, destination, own)] : [];
	}).slice(0, 1);
}

function findingOf(
	evidence: Evidence,
	{ id, name, ruledOut }: Destination,
	failures: readonly StartFailure[],
): Finding {
	const { service } = evidence;
	const { network } = service;
	const where = failingSubnets(evidence, failures);
	return {
		id: 'x-no-route',
		severity: 'high',
		confidence: network ? 'high' : 'medium',
		sentence: `tasks${where.length === 0 ? '' : ` in ${listed(where)}`} do not get to ${typeof name === 'string' ? name : name(failures[0]?.text ?? '')}: ${wayWords(network?.assignPublicIp)}`,
		serviceArns: [service.serviceArn],
		since: Math.min(...failures.map(({ at }) => at)),
		evidence: [...failureLines(failures), ...networkLines(evidence, where)],
		ruledOut: [ruledOut],
		next: steps(evidence, failures, where),
		explains: [id, 'secret-init-failed', 'image-pull-failed', 'x-start-loop', 'service-start-impaired'],
	};
}

/** What AWS's text names first is what the task went for. */
function secretSource(text: string): string {
	const named = /Amazon ECR|Secrets Manager|\basm\b|\bssm\b|Systems Manager/iu.exec(text)?.[0].toLowerCase();
	if (named === 'amazon ecr') return 'Amazon ECR';
	if (named === undefined) return 'its secrets or registry';
	return named === 'asm' || named === 'secrets manager' ? 'Secrets Manager' : 'Systems Manager';
}

function wayWords(assignPublicIp: string | undefined): string {
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
	const subnets = where.length > 0 ? where : (network?.subnets ?? []);
	const names = subnets.length === 0 ? 'its subnets' : listed(subnets);
	const own = endpoints.map((name) => (name === 's3' ? 's3 (gateway)' : name));
	const byEndpoint = own.length > 0 && beyond.length === 0 ? `, or VPC endpoints for ${listed(own)}` : '';
	const noEndpoint = beyond.length === 0 ? '' : `; no VPC endpoint leads to ${listed(beyond)}`;
	const routes = {
		text: `See where ${names} ${subnets.length > 1 ? 'lead' : 'leads'}`,
		command: `aws ec2 describe-route-tables ${regionOption(service)} --filters Name=association.subnet-id,Values=${subnets.join(',')}`,
	};
	return [
		...(network?.assignPublicIp === 'ENABLED'
			? []
			: [{ text: `Give ${names} a route to a NAT gateway${byEndpoint}${noEndpoint}` }]),
		...(network?.assignPublicIp === 'DISABLED'
			? [{ text: 'If they are public subnets, set assignPublicIp to ENABLED: that starts a deployment' }]
			: []),
		...(subnets.length > 0 ? [routes] : []),
		{ text: 'See whether the security group lets port 443 out, and that of the endpoints lets it in' },
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

/** `a, b and c` */
function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
