import { latestValue } from '../../model/metrics.ts';
import { taskNeeds } from '../../model/task-needs.ts';
import type { ContainerDefinition } from '../../model/task-definition.ts';
import { aboutService } from '../about-service.ts';
import { isAiling } from '../ailing.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';

/** Percent of the reserved CPU from which a container without a share of its own gets too little. Our own number. */
const BUSY = 80;

/**
 * x-cpu-zero: on Linux a container without CPU of its own is given 2 shares (ECS API reference, ContainerDefinition.cpu).
 * Alone it may take all there is; beside one that has shares it starves when that one is busy.
 */
export function cpuZero(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions = {}, metrics } = evidence;
	const definition = taskDefinitions[service.taskDefinition];
	if (!definition || definition.containerDefinitions.length < 2) return [];
	const { containerDefinitions } = definition;
	const starved = containerDefinitions.find(({ cpu = 0, essential }) => cpu === 0 && essential);
	const greedy = containerDefinitions.toSorted((a, b) => (b.cpu ?? 0) - (a.cpu ?? 0))[0];
	if (!starved || !greedy?.cpu || isWindows(definition.document)) return [];
	const ailing = isAiling(evidence, now) && failsItsCheck(evidence, starved);
	const cpu = latestValue(metrics?.cpu);
	const isBusy = ailing && cpu !== undefined && cpu >= BUSY;
	const busy: readonly EvidenceLine[] = isBusy
		? [
				{
					text: `CPU of the service at ${Math.round(cpu)} %`,
					api: 'cloudwatch:GetMetricData',
					at: now,
					place: { kind: 'metric', metric: 'cpu', at: now },
				},
			]
		: [];
	return [
		aboutService(service, {
			id: 'x-cpu-zero',
			severity: ailing ? 'warning' : 'info',
			confidence: isBusy ? 'high' : 'low',
			sentence: `${starved.name} has no CPU of its own (cpu 0) beside ${greedy.name} with ${greedy.cpu}; it starves when ${greedy.name} is busy`,
			evidence: [
				...busy,
				{
					text: containerDefinitions.map(({ name, cpu: units = 0 }) => `${name}: cpu ${units}`).join(', '),
					api: 'ecs:DescribeTaskDefinition',
					place: { kind: 'task-definition' },
				},
			],
			next: [{ text: `Give ${starved.name} CPU units of its own in the task definition` }],
			...(isBusy && { explains: ['container-healthcheck-failed', 'elb-healthcheck-failed', 'elb-target-unhealthy'] }),
		}),
	];
}

/** It is too slow to answer, or is killed for that: what starvation looks like. */
function failsItsCheck({ tasks = [], service, targets = [] }: Evidence, { name }: ContainerDefinition): boolean {
	const isUnhealthy = tasks.some(({ containers }) =>
		containers.some((one) => one.name === name && one.healthStatus === 'UNHEALTHY'),
	);
	const isSlow = targets.some(({ reason }) => reason === 'Target.Timeout');
	return isUnhealthy || (isSlow && service.loadBalancers.some(({ containerName }) => containerName === name));
}

function isWindows(document: Readonly<Record<string, unknown>>): boolean {
	return taskNeeds(document).operatingSystem.startsWith('WINDOWS');
}
