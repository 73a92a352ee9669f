import type { Metric } from '@aws-sdk/client-cloudwatch';
import { statisticsOf } from '../../load/metric-book.ts';
import { HOUR, MINUTE, SECOND } from '../../world/clock.ts';
import type { TaskState } from '../../world/task.ts';
import { isPublished, type Look, type PeriodStatistics } from './look.ts';

export const USAGE_NAMESPACE = 'AWS/Usage';

/** What Fargate has in use, by CloudWatch's name for the kind of capacity (ECS developer guide, Fargate usage metrics). */
const CLASSES: Readonly<Record<string, (task: TaskState) => boolean>> = {
	'Standard/OnDemand': ({ capacityProviderName }) => capacityProviderName !== 'FARGATE_SPOT',
	'Standard/Spot': ({ capacityProviderName }) => capacityProviderName === 'FARGATE_SPOT',
};

/**
 * The vCPUs of Fargate that a region's tasks had in each minute of the last hour: tasks are remembered as long. Periods
 * as for the other metrics.
 */
export function usagePeriods(
	{ world, region }: Look,
	{ MetricName, Dimensions = [] }: Metric,
	{ from, to, periodSeconds }: { readonly from: number; readonly to: number; readonly periodSeconds: number },
): PeriodStatistics[] {
	const { Class = '', ...rest } = Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
	const counts = CLASSES[Class];
	const isFargate = rest['Service'] === 'Fargate' && rest['Resource'] === 'vCPU' && rest['Type'] === 'Resource';
	if (MetricName !== 'ResourceCount' || !counts || !isFargate) return [];
	const tasks = [...world.tasks.values()].filter(
		(task) => task.region === region && task.launchType === 'FARGATE' && counts(task),
	);
	const periodMs = periodSeconds * SECOND;
	const start = Math.max(from, world.clock.now - HOUR);
	const found: PeriodStatistics[] = [];
	for (let at = start - (start % periodMs); at < Math.min(to, world.clock.now); at += periodMs) {
		const samples: number[] = [];
		for (let minute = Math.ceil(at / MINUTE) * MINUTE; minute < at + periodMs; minute += MINUTE) {
			if (isPublished(world, minute)) samples.push(vcpusAt(tasks, minute));
		}
		const set = statisticsOf(samples);
		if (set) found.push({ at, ...set });
	}
	return found;
}

function vcpusAt(tasks: readonly TaskState[], at: number): number {
	return tasks
		.filter(({ createdAt, stoppedAt = Number.POSITIVE_INFINITY }) => createdAt <= at && at < stoppedAt)
		.reduce((sum, { cpu }) => sum + Number(cpu) / 1024, 0);
}
