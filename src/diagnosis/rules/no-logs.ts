import type { ContainerDefinition } from '../../model/task-definition.ts';
import { aboutService } from '../about-service.ts';
import { isAiling } from '../ailing.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';

/** x-no-logs: what a container says goes nowhere, or where nobody finds it. It matters once it dies. */
export function noLogs(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions = {} } = evidence;
	const definition = taskDefinitions[service.taskDefinition];
	const silent = definition?.containerDefinitions.flatMap((one) => {
		const why = one.essential ? whySilent(one) : undefined;
		return why === undefined ? [] : [{ name: one.name, why }];
	});
	const [first] = silent ?? [];
	if (!silent || !first) return [];
	return [
		aboutService(service, {
			id: 'x-no-logs',
			severity: isAiling(evidence, now) ? 'warning' : 'info',
			confidence: 'high',
			sentence: `${silent.map(({ name }) => name).join(', ')} ${first.why}`,
			evidence: silent.map(({ name, why }) => ({
				text: `${name} ${why}`,
				api: 'ecs:DescribeTaskDefinition',
				place: { kind: 'task-definition' },
			})),
			next: [{ text: 'Give it the awslogs driver with a group and a stream prefix' }],
		}),
	];
}

/** Without a prefix the stream is named by the container's runtime id (ECS developer guide, awslogs-stream-prefix). */
function whySilent({ logs }: ContainerDefinition): string | undefined {
	if (!logs) return 'writes no log: it has no log configuration';
	if (logs.logDriver !== 'awslogs' || logs.streamPrefix !== undefined) return undefined;
	return 'writes a log that no task can be told by: it has no stream prefix';
}
