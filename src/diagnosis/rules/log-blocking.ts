import { aboutService } from '../about-service.ts';
import { containersOf } from '../document-of.ts';
import { failingContainers } from '../failing-container.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';

/**
 * A container that fails its check writes its log in blocking mode: when CloudWatch Logs is slow, writing stands still and the
 * check with it (ECS API reference, LogConfiguration, `mode`). Where no mode is set, the account decides, which was not read.
 */
export function logBlocking(evidence: Evidence, now: number): readonly Finding[] {
	return failingContainers(evidence, now).flatMap(({ container: { name }, definition }): readonly Finding[] => {
		const { logDriver, logOptions } = containersOf(definition).find((one) => one.name === name) ?? {};
		if (logDriver !== 'awslogs' || logOptions?.['mode'] !== 'blocking') return [];
		return [
			aboutService(evidence.service, {
				id: 'x-log-blocking',
				severity: 'warning',
				confidence: 'low',
				sentence: `${name} may fail its health check because it waits to write its log: awslogs is in blocking mode`,
				evidence: [
					{
						text: `awslogs of ${name}: mode blocking`,
						api: 'ecs:DescribeTaskDefinition',
						place: { kind: 'task-definition' },
					},
				],
				next: [
					{
						text: `Set the log option mode of ${name} to non-blocking: a full buffer then loses lines`,
						binding: 'open.logs',
					},
				],
			}),
		];
	});
}
