import { shortTaskId } from '../../model/arn.ts';
import type { ContainerDefinition } from '../../model/task-definition.ts';
import { aboutService } from '../about-service.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { type CheckKill, checkKills, loopOfKills } from '../check-kills.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { portAskedBy, portsListenedOn } from '../ports-of.ts';

/** What asks a container, and at which port. */
type Asking = { readonly who: string; readonly port: number; readonly line: EvidenceLine };

/**
 * A health check asks a port on which the container does not listen: by its own words in the log of a task that failed
 * the check. What it does not say about ports proves nothing.
 */
export function portMismatch(evidence: Evidence, now: number): readonly Finding[] {
	const cases = checkKills(evidence, now).flatMap((kill) =>
		(kill.definition?.containerDefinitions ?? []).flatMap((container) => caseOf(evidence, kill, container)),
	);
	return [...Map.groupBy(cases, ({ name }) => name).values()].flatMap((own) => findingOf(evidence, own, now));
}

/** A task of which a container listened elsewhere than it is asked. */
type Case = {
	readonly name: string;
	readonly kill: CheckKill;
	readonly listens: ReturnType<typeof portsListenedOn>;
	readonly wrong: readonly Asking[];
};

function caseOf(evidence: Evidence, kill: CheckKill, container: ContainerDefinition): readonly Case[] {
	const { name } = container;
	const lines = evidence.lastLines?.[kill.task.taskArn] ?? [];
	const listens = portsListenedOn(lines.filter(({ source }) => source.container === name));
	const wrong = askings(evidence, container).filter(({ port }) => listens.every((one) => one.port !== port));
	return listens.length === 0 || wrong.length === 0 ? [] : [{ name, kill, listens, wrong }];
}

/** `cases`: of one container, newest first. */
function findingOf(evidence: Evidence, cases: readonly Case[], now: number): readonly Finding[] {
	const [newest] = cases;
	const [first] = newest?.listens ?? [];
	if (!newest || !first) return [];
	const { name, wrong, listens, kill } = newest;
	const { taskArn } = kill.task;
	const asked = [...new Set(wrong.map(({ port }) => port))].join(' and ');
	const on = listens.map(({ port }) => port).join(' and ');
	const since = Math.min(...cases.map(({ kill: { at } }) => at));
	const died = cases.map(({ kill: { task } }) => task);
	const said: EvidenceLine = {
		text: `task ${shortTaskId(taskArn)} said: ${first.line.text}`,
		api: 'logs:FilterLogEvents',
		at: first.line.timestamp,
		place: { kind: 'log', taskArn, at: first.line.timestamp },
	};
	return [
		aboutService(evidence.service, {
			id: 'x-port-mismatch',
			severity: 'high',
			confidence: 'high',
			sentence: `${name} listens on ${on}, but ${wrong.map(({ who }) => who).join(' and ')} ${wrong.length > 1 ? 'ask' : 'asks'} port ${asked}`,
			since,
			...withChange(
				changedBefore(evidence, { since }, died),
				[said, ...wrong.map(({ line }) => line)],
				[{ text: `Let ${name} listen on ${asked}, or change what asks it to ${on}` }],
			),
			ruledOut: [`Not the start of ${name}: it was up and listening`],
			explains: [
				'container-healthcheck-failed',
				'elb-healthcheck-failed',
				'elb-target-unhealthy',
				'tg-connection-failed',
				'tg-timeout',
				...loopOfKills(evidence, now),
			],
		}),
	];
}

function askings({ service, targetGroups = [] }: Evidence, container: ContainerDefinition): readonly Asking[] {
	const { name, healthCheck } = container;
	const own = healthCheck && portAskedBy(healthCheck.command);
	const balanced = service.loadBalancers.filter(({ containerName }) => containerName === name);
	const groups = balanced.map(({ containerPort, targetGroupArn }): Asking => {
		const checked = targetGroups.find((one) => one.targetGroupArn === targetGroupArn)?.healthCheckPort;
		const port = /^\d+$/u.test(checked ?? '') ? Number(checked) : containerPort;
		const text = `the load balancer sends requests to port ${containerPort} of ${name}${port === containerPort ? '' : `, and checks port ${port}`}`;
		return { who: 'the load balancer', port, line: { text, api: 'ecs:DescribeServices', place: { kind: 'service' } } };
	});
	if (!healthCheck || own === undefined) return groups;
	const text = `${name} is checked by: ${healthCheck.command.slice(1).join(' ')}`;
	const place = { kind: 'task-definition' } as const;
	return [{ who: 'its health check', port: own, line: { text, api: 'ecs:DescribeTaskDefinition', place } }, ...groups];
}
