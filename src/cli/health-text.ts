import { type CheckKill, rememberedKills } from '../diagnosis/check-kills.ts';
import { shortWords } from '../diagnosis/catalogue/short-words.ts';
import { earliestUnhealthy } from '../diagnosis/earliest-unhealthy.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { type CheckedTask, type ContainerCheck, containerChecks } from '../diagnosis/health-sheet/container-checks.ts';
import { type CheckedTarget, targetChecks } from '../diagnosis/health-sheet/target-checks.ts';
import { lastSaid } from '../diagnosis/last-said.ts';
import { familyRevision, shortTaskId } from '../model/arn.ts';
import { duration } from '../model/duration.ts';
import { targetGroupCheckWords } from '../model/target-group-check-words.ts';
import type { Io } from './io.ts';
import { type PrintColumn, printTable } from './print-table.ts';

const TASKS: readonly PrintColumn<CheckedTask>[] = [
	{ title: '  TASK', text: ({ task }) => `  ${shortTaskId(task.taskArn)}` },
	{ title: 'REVISION', text: ({ task }) => familyRevision(task.taskDefinitionArn) },
	{ title: 'STATUS', text: ({ container }) => container.healthStatus ?? 'UNKNOWN' },
	{ title: 'TASK HEALTH', text: ({ task }) => task.healthStatus },
	{ title: 'STATE', text: ({ task }) => task.lastStatus },
];

const TARGETS: readonly PrintColumn<CheckedTarget>[] = [
	{ title: '  TARGET', text: ({ target }) => `  ${target.id}:${target.port}` },
	{ title: 'TASK', text: ({ task }) => (task ? shortTaskId(task.taskArn) : '-') },
	{ title: 'STATE', text: ({ target }) => target.state },
	{
		title: 'WHY',
		text: ({ target: { reason, description } }) =>
			[
				reason === undefined ? '' : `${reason}: ${shortWords(reason, 'target-health') ?? 'a reason that is new'}`,
				description ?? '',
			]
				.filter(Boolean)
				.join('; '),
	},
];

/** Prints the health of one service for people: each check with those that stand or fail it, and whom it has killed. */
export function printHealth(io: Io, evidence: Evidence): void {
	const { checks, unchecked } = containerChecks(evidence);
	for (const check of checks) {
		io.stdout.write(`${checkText(check)}\n`);
		if (check.tasks.length > 0) printTable(io, TASKS, check.tasks);
	}
	for (const { container } of unchecked) io.stdout.write(`${container}: no health check in its task definition\n`);
	for (const { name, to, group, targets } of targetChecks(evidence)) {
		io.stdout.write(`load balancer ${name} → ${to}${group ? `: ${targetGroupCheckWords(group)}` : ''}\n`);
		if (targets === undefined) io.stdout.write('  its targets are not known\n');
		else if (targets.length === 0) io.stdout.write('  no targets are registered\n');
		else printTable(io, TARGETS, targets);
	}
	const kills = rememberedKills(evidence);
	io.stdout.write(`killed by checks, as far as ECS remembers: ${kills.length}\n`);
	if (kills.length > 0) printTable(io, killColumns(evidence), kills);
}

function checkText({ container, healthCheck }: ContainerCheck): string {
	const { command, interval, timeout, retries, startPeriod } = healthCheck;
	return (
		`${container}: ${command.join(' ')}: every ${interval}s, timeout ${timeout}s, ${retries} retries, ` +
		`start period ${startPeriod}s: UNHEALTHY from ${duration(earliestUnhealthy(healthCheck) * 1000)} on`
	);
}

function killColumns({ lastLines, service }: Evidence): readonly PrintColumn<CheckKill>[] {
	return [
		{ title: '  KILLED', text: ({ at }) => `  ${new Date(at).toISOString().slice(0, 19)}Z` },
		{ title: 'TASK', text: ({ task }) => shortTaskId(task.taskArn) },
		{ title: 'REVISION', text: ({ task }) => familyRevision(task.taskDefinitionArn) },
		{ title: 'BY', text: ({ by }) => by },
		{ title: 'LIVED', align: 'right', text: ({ lifetime }) => duration(lifetime * 1000) },
		{ title: 'GRACE', align: 'right', text: () => `${service.healthCheckGracePeriodSeconds ?? 0}s` },
		{ title: 'LAST LINE', text: ({ task }) => lastSaid(task, lastLines?.[task.taskArn])?.text ?? '' },
	];
}
