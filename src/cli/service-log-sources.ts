import type { Aws } from '../aws/aws.ts';
import { type LogSources, logSources } from '../model/log-sources.ts';
import { regionOf } from '../model/arn.ts';
import type { FoundService } from './find.ts';

/** The log streams of a service's tasks, running and stopped, found from their task definitions. */
export async function serviceLogSources(
	aws: Aws,
	{ cluster, service }: FoundService,
	signal: AbortSignal,
): Promise<LogSources> {
	const { serviceName } = service;
	const tasks = (
		await Promise.all(
			(['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
				aws.tasks(cluster.clusterArn, { serviceName, desiredStatus }, { signal }),
			),
		)
	).flat();
	const arns = [...new Set(tasks.map(({ taskDefinitionArn }) => taskDefinitionArn))];
	const definitions = await Promise.all(arns.map((arn) => aws.taskDefinition(arn, regionOf(arn), signal)));
	const byArn = new Map(arns.map((arn, index) => [arn, definitions[index]]));
	return logSources(tasks, (arn) => byArn.get(arn));
}
