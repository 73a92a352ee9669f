import { shortTaskId } from '../../model/arn.ts';
import type { LogLine } from '../../model/log-line.ts';
import type { ContainerDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { checkKills, loopOfKills } from '../check-kills.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { portAskedBy, portsListenedOn } from '../ports-of.ts';
import { rollBackStep } from '../roll-back-step.ts';

/** What asks a container, and at which port. */
type Asking = { readonly who: string; readonly port: number; readonly line: EvidenceLine };

/**
 * A health check asks a port on which the container does not listen: by its own words in the log of a task that failed
 * the check. What it does not say about ports proves nothing.
 */
export function portMismatch(evidence: Evidence, now: number): readonly Finding[] {
	const found = new Map<string, Finding>();
	for (const { task, definition, at } of checkKills(evidence, now)) {
		const lines = evidence.lastLines?.[task.taskArn] ?? [];
		for (const container of definition?.containerDefinitions ?? []) {
			const own = lines.filter(({ source }) => source.container === container.name);
			const finding = mismatch(evidence, { task, container, lines: own, at }, now);
			const known = found.get(container.name);
			if (finding) found.set(container.name, { ...finding, ...known, since: at });
		}
	}
	return [...found.values()];
}

type Case = {
	readonly task: Task;
	readonly container: ContainerDefinition;
	readonly lines: readonly LogLine[];
	readonly at: number;
};

function mismatch(evidence: Evidence, { task, container, lines, at }: Case, now: number): Finding | undefined {
	const listens = portsListenedOn(lines);
	const [first] = listens;
	const wrong = askings(evidence, container).filter(({ port }) => listens.every((one) => one.port !== port));
	if (!first || wrong.length === 0) return undefined;
	const { service } = evidence;
	const { name } = container;
	const asked = [...new Set(wrong.map(({ port }) => port))].join(' and ');
	const on = listens.map(({ port }) => port).join(' and ');
	return {
		id: 'x-port-mismatch',
		severity: 'high',
		confidence: 'high',
		sentence: `${name} listens on ${on}, but ${wrong.map(({ who }) => who).join(' and ')} ${wrong.length > 1 ? 'ask' : 'asks'} port ${asked}`,
		serviceArns: [service.serviceArn],
		since: at,
		evidence: [
			{
				text: `task ${shortTaskId(task.taskArn)} said: ${first.line.text}`,
				api: 'logs:FilterLogEvents',
				at: first.line.timestamp,
				place: { kind: 'log', taskArn: task.taskArn, at: first.line.timestamp },
			},
			...wrong.map(({ line }) => line),
		],
		ruledOut: [`Not the start of ${name}: it was up and listening`],
		next: [...rollBackStep(evidence, now), { text: `Let ${name} listen on ${asked}, or change what asks it to ${on}` }],
		explains: [
			'container-healthcheck-failed',
			'elb-healthcheck-failed',
			'elb-target-unhealthy',
			'tg-connection-failed',
			'tg-timeout',
			...loopOfKills(evidence, now),
		],
	};
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
