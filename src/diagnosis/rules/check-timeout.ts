import { primaryDeployment } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import { failingContainers } from '../failing-container.ts';
import type { Finding } from '../finding.ts';

/** How curl, wget, nc and `timeout` are told how long they may take, s. */
const OWN = [
	/\bcurl\b.*?\s(?:-[a-zA-Z]*m|--max-time)[\s=]?(?<own>\d+(?:\.\d+)?)/u,
	/\bwget\b.*?\s(?:-T|--timeout)[\s=]?(?<own>\d+(?:\.\d+)?)/u,
	/\bnc\b.*?\s-[a-z]*w\s?(?<own>\d+)/u,
	/(?:^|[\s;&|])timeout\s+(?:-\S+\s+(?:[A-Z]+\s+)?)*(?<own>\d+(?:\.\d+)?)s?\s/u,
];

/**
 * A check's command would wait for longer than ECS lets it: it is cut off, and never says why it failed. Routine until it does
 * fail.
 */
export function checkTimeout(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions } = evidence;
	const arn = primaryDeployment(service)?.taskDefinition ?? service.taskDefinition;
	const failing = failingContainers(evidence, now).map(({ container }) => container.name);
	return (taskDefinitions?.[arn]?.containerDefinitions ?? []).flatMap(({ name, healthCheck }): readonly Finding[] => {
		const own = healthCheck && ownTimeout(healthCheck.command);
		if (!healthCheck || own === undefined || own < healthCheck.timeout) return [];
		const { timeout, command } = healthCheck;
		return [
			aboutService(service, {
				id: 'x-hc-timeout-equals-command',
				severity: failing.includes(name) ? 'warning' : 'info',
				confidence: failing.includes(name) ? 'medium' : 'high',
				sentence: `the check of ${name} is cut off after ${timeout}s, but its command would wait for ${own}s`,
				evidence: [
					{
						text: `${command.slice(1).join(' ')}, timeout ${timeout}s`,
						api: 'ecs:DescribeTaskDefinition',
						place: { kind: 'task-definition' },
					},
				],
				next: [{ text: `Give the command less than ${timeout}s, or the check a timeout of more than ${own}s` }],
			}),
		];
	});
}

function ownTimeout(command: readonly string[]): number | undefined {
	const text = command.join(' ');
	const found = OWN.flatMap((pattern) => pattern.exec(text)?.groups?.['own'] ?? []).map(Number);
	return found.length === 0 ? undefined : Math.min(...found);
}
