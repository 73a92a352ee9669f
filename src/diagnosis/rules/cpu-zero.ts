import { latestValue } from '../../model/metrics.ts';
import type { ContainerDefinition, TaskDefinition } from '../../model/task-definition.ts';
import { taskNeeds } from '../../model/task-needs.ts';
import { aboutService } from '../about-service.ts';
import { isAiling } from '../ailing.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { loopOfKills } from '../check-kills.ts';
import { deathLines } from '../death-lines.ts';
import { latestRollout } from '../deployment-story.ts';
import type { Evidence } from '../evidence.ts';
import type { Confidence, EvidenceLine, Finding } from '../finding.ts';
import { presentDeaths } from '../present-trouble.ts';
import { timeouts } from '../timeouts.ts';

/** Percent of the reserved CPU from which a container without a share of its own gets too little. Our own number. */
const BUSY = 80;

/**
 * x-cpu-zero: on Linux a container without CPU of its own is given 2 shares (ECS API reference, ContainerDefinition.cpu).
 * Alone it may take all there is; beside one that has shares it starves when that one is busy. Bursts do not show in the
 * metric, an average over tasks and minutes: then checks that time out since it came to stand so tell it.
 */
export function cpuZero(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions = {} } = evidence;
	const pair = starving(taskDefinitions[service.taskDefinition]);
	if (!pair) return [];
	const { starved, greedy, all } = pair;
	const slow = timeouts(evidence, now);
	const isServed = service.loadBalancers.some(({ containerName }) => containerName === starved.name);
	const fails = isAiling(evidence, now) && (isUnhealthy(evidence, starved) || (isServed && slow.length > 0));
	const busy = fails ? busyLines(evidence, now) : [];
	const confidence = fails ? confidenceIn(evidence, busy, isServed ? slow : []) : 'low';
	const isCause = confidence !== 'low';
	const deaths = isCause ? presentDeaths(evidence, now) : undefined;
	const change = deaths && changedBefore(evidence, deaths.beginning, deaths.tasks);
	const shares: EvidenceLine = {
		text: all.map(({ name, cpu: units = 0 }) => `${name}: cpu ${units}`).join(', '),
		api: 'ecs:DescribeTaskDefinition',
		place: { kind: 'task-definition' },
	};
	return [
		aboutService(service, {
			id: 'x-cpu-zero',
			severity: isCause ? 'high' : fails ? 'warning' : 'info',
			confidence,
			sentence: `${starved.name} has no CPU of its own (cpu 0) beside ${greedy.name} with ${greedy.cpu}; it starves when ${greedy.name} is busy`,
			...deaths?.beginning,
			...withChange(
				change,
				[...busy, shares, ...(isCause ? slow.slice(0, 1) : []), ...deathLines(evidence, deaths?.tasks ?? [])],
				[{ text: `Give ${starved.name} CPU units of its own in the task definition` }],
			),
			...(isCause && {
				explains: [
					'container-healthcheck-failed',
					'elb-healthcheck-failed',
					'elb-target-unhealthy',
					'tg-timeout',
					...loopOfKills(evidence, now),
				],
			}),
		}),
	];
}

type Pair = {
	readonly starved: ContainerDefinition;
	readonly greedy: ContainerDefinition;
	readonly all: readonly ContainerDefinition[];
};

/** An essential container without CPU of its own beside the one with the most. */
function starving(definition: TaskDefinition | undefined): Pair | undefined {
	if (!definition || taskNeeds(definition.document).operatingSystem.startsWith('WINDOWS')) return undefined;
	const { containerDefinitions: all } = definition;
	const starved = all.find(({ cpu = 0, essential }) => cpu === 0 && essential);
	const greedy = all.toSorted((a, b) => (b.cpu ?? 0) - (a.cpu ?? 0))[0];
	return starved && greedy?.cpu ? { starved, greedy, all } : undefined;
}

function confidenceIn(evidence: Evidence, busy: readonly EvidenceLine[], slow: readonly EvidenceLine[]): Confidence {
	if (busy.length > 0) return 'high';
	return slow.length > 0 && isNew(evidence) ? 'medium' : 'low';
}

/** The newest rollout brought it: what ran before had the CPU to itself. */
function isNew(evidence: Evidence): boolean {
	const { service, taskDefinitions = {} } = evidence;
	const { from, to } = latestRollout(evidence) ?? {};
	const before = taskDefinitions[from ?? ''];
	return to === service.taskDefinition && from !== to && before !== undefined && !starving(before);
}

function busyLines({ metrics }: Evidence, now: number): readonly EvidenceLine[] {
	const cpu = latestValue(metrics?.cpu);
	if (cpu === undefined || cpu < BUSY) return [];
	return [
		{
			text: `CPU of the service at ${Math.round(cpu)} %`,
			api: 'cloudwatch:GetMetricData',
			at: now,
			place: { kind: 'metric', metric: 'cpu', at: now },
		},
	];
}

function isUnhealthy({ tasks = [] }: Evidence, { name }: ContainerDefinition): boolean {
	return tasks.some(({ containers }) =>
		containers.some((one) => one.name === name && one.healthStatus === 'UNHEALTHY'),
	);
}
