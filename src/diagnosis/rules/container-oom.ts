import { latestValue } from '../../model/metrics.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { culprit, isOutOfMemory } from '../../model/culprit.ts';
import { deathLines } from '../death-lines.ts';
import { deathsBy, followsFrom, severityOfDeaths } from '../deaths-by.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { moreMemory } from '../more-memory.ts';

/** container-oom: the kernel killed a container for its memory. Once is enough: it comes again. */
export function containerOom(evidence: Evidence, now: number): readonly Finding[] {
	const deaths = deathsBy(evidence, now, ({ containers }) => containers.some(isOutOfMemory));
	const [newest] = deaths.tasks;
	if (!newest) return [];
	const { service } = evidence;
	const severity = severityOfDeaths(deaths, evidence);
	const { name, limit } = limitOf(newest, evidence);
	const many = deaths.tasks.length === 1 ? 'a task' : `${deaths.tasks.length} tasks`;
	const short = service.runningCount < service.desiredCount ? `, ${counts(service)}` : '';
	const change = changedBefore(evidence, deaths.beginning, deaths.tasks);
	return [
		aboutService(service, {
			id: 'container-oom',
			severity: severity === 'info' ? 'warning' : severity,
			confidence: 'high',
			sentence: `${name} ran out of memory${limit === undefined ? '' : `, limit ${limit} MiB`}; ${many} died of it in 15 min${short}`,
			...deaths.beginning,
			...withChange(
				change,
				[...memoryLines(evidence), ...deathLines(evidence, deaths.tasks)],
				[
					moreMemory(
						`Give ${name} more memory${limit === undefined ? '' : ` than ${limit} MiB`}, or find its leak`,
						service,
						evidence.taskDefinitions?.[newest.taskDefinitionArn],
					),
				],
			),
			ruledOut: ['Not a crash of its own: ECS says that it was killed for its memory'],
			explains: [...followsFrom(deaths, evidence, now), 'x-memory-tight'],
		}),
	];
}

/** The container's own limit, else that of the whole task. */
function limitOf(
	task: Task,
	{ taskDefinitions = {} }: Evidence,
): { readonly name: string; readonly limit: string | undefined } {
	const definition = taskDefinitions[task.taskDefinitionArn];
	const container = culprit(task, definition)?.container;
	const defined = definition?.containerDefinitions.find(({ name }) => name === container?.name)?.memory;
	const own = container?.memory ?? (defined ? String(defined) : undefined);
	return { name: container?.name ?? 'a container', limit: own ?? task.memory ?? definition?.memory };
}

function memoryLines({ metrics }: Evidence): readonly EvidenceLine[] {
	if (!metrics) return [];
	const { startedAt, periodMs, values } = metrics.memory;
	const known = values.flatMap((value) => value ?? []);
	const newest = latestValue(metrics.memory);
	if (newest === undefined) return [];
	const at = startedAt + values.findLastIndex((value) => value !== null) * periodMs;
	return [
		{
			text: `memory of the service at ${Math.round(newest)} % on average, at most ${Math.round(Math.max(...known))} % in ${values.length} min`,
			api: 'cloudwatch:GetMetricData',
			at,
			place: { kind: 'metric', metric: 'memory', at },
		},
	];
}
