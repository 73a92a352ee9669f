import { duration } from '../../model/duration.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { isOutOfMemory } from '../../model/culprit.ts';
import { deathLines } from '../death-lines.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { moreMemory } from '../more-memory.ts';

/** Percent of the memory that is reserved, and so many of the last minutes. Our own numbers. */
const TIGHT = 90;
const DANGER = 95;
const MINUTES = 5;

const DAY = 24 * 60 * 60_000;

/** x-memory-tight: little memory is left, or it ran out within the day. Quiet below 95 % while nothing died of it. */
export function memoryTight(evidence: Evidence, now: number): readonly Finding[] {
	const { service, metrics } = evidence;
	const lately = metrics?.memory.values.slice(-MINUTES).flatMap((value) => value ?? []) ?? [];
	const over = (percent: number) => 2 * lately.filter((value) => value >= percent).length > MINUTES;
	const died = killedForMemory(evidence, now);
	if (!over(TIGHT) && died.length === 0) return [];
	const peak = Math.round(Math.max(0, ...lately));
	const metric: readonly EvidenceLine[] =
		lately.length === 0
			? []
			: [
					{
						text: `memory at most ${peak} % of what is reserved in the last ${MINUTES} min, on average over its tasks`,
						api: 'cloudwatch:GetMetricData',
						at: now,
						place: { kind: 'metric', metric: 'memory', at: now },
					},
				];
	const deaths = deathLines(evidence, died);
	const [newest] = died;
	const ago = newest ? duration(now - (endedAt(newest) ?? now)) : '';
	const killed = newest ? `a container ran out of memory ${ago} ago` : '';
	return [
		aboutService(service, {
			id: 'x-memory-tight',
			severity: over(DANGER) || died.length > 0 ? 'warning' : 'info',
			confidence: newest && over(TIGHT) ? 'high' : 'medium',
			sentence: over(TIGHT) ? `memory at ${peak} %${newest ? `; ${killed}` : ''}` : killed,
			// What the sentence begins with comes first.
			evidence: over(TIGHT) ? [...metric, ...deaths] : [...deaths, ...metric],
			next: [
				moreMemory(
					'Give it more memory, or find its leak',
					service,
					evidence.taskDefinitions?.[service.taskDefinition],
				),
			],
		}),
	];
}

/** Within the day, as far as tasks are remembered; of the revision that runs. Newest first. */
function killedForMemory({ tasks = [], service }: Evidence, now: number): readonly Task[] {
	return tasks
		.filter(({ containers, taskDefinitionArn }) => {
			return taskDefinitionArn === service.taskDefinition && containers.some(isOutOfMemory);
		})
		.filter((task) => now - (endedAt(task) ?? 0) <= DAY)
		.toSorted((a, b) => (endedAt(b) ?? 0) - (endedAt(a) ?? 0));
}
